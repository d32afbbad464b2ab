using System.Text;
using TechBroker.Api.Accounts.SecondFactor;

namespace TechBroker.UnitTests.Accounts;

internal sealed class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, SHA-1: the last six of its eight digits.
    [TestCase(59, "287082")]
    [TestCase(1111111109, "081804")]
    [TestCase(1111111111, "050471")]
    [TestCase(1234567890, "005924")]
    [TestCase(2000000000, "279037")]
    [TestCase(20000000000, "353130")]
    public void CodeAt_TheTimesOfTheRfc_IsItsCode(long seconds, string code) =>
        Assert.That(Totp.CodeAt(Key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))), Is.EqualTo(code));

    // RFC 4226, appendix D.
    [TestCase(0, "755224")]
    [TestCase(1, "287082")]
    [TestCase(5, "254676")]
    [TestCase(9, "520489")]
    public void CodeAt_TheCountersOfTheHotpRfc_IsItsCode(long step, string code) => Assert.That(Totp.CodeAt(Key, step), Is.EqualTo(code));

    [TestCase(-2, false)]
    [TestCase(-1, true)]
    [TestCase(0, true)]
    [TestCase(1, true)]
    [TestCase(2, false)]
    public void StepOf_NeighbouringSteps_AreTolerated(int away, bool right)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);
        var step = Totp.StepAt(now) + away;

        Assert.That(Totp.StepOf(Key, Totp.CodeAt(Key, step), now), right ? Is.EqualTo(step) : Is.Null);
    }

    [TestCase("")]
    [TestCase("28708")]
    [TestCase("2870820")]
    [TestCase("２８７０８２")]
    public void StepOf_WhatIsNoCode_IsNothing(string code) => Assert.That(Totp.StepOf(Key, code, DateTimeOffset.FromUnixTimeSeconds(59)), Is.Null);

    [Test]
    public void StepOf_WithASpaceInTheMiddle_IsRead() => Assert.That(Totp.StepOf(Key, "287 082", DateTimeOffset.FromUnixTimeSeconds(59)), Is.EqualTo(1));

    // RFC 4648, section 10, without padding.
    [TestCase("", "")]
    [TestCase("f", "MY")]
    [TestCase("fo", "MZXQ")]
    [TestCase("foo", "MZXW6")]
    [TestCase("foob", "MZXW6YQ")]
    [TestCase("fooba", "MZXW6YTB")]
    [TestCase("foobar", "MZXW6YTBOI")]
    public void Base32_OfTheRfc_IsItsText(string text, string base32) => Assert.That(Totp.Base32(Encoding.ASCII.GetBytes(text)), Is.EqualTo(base32));

    [Test]
    public void Uri_OfAnAddress_IsEscaped() =>
        Assert.That(Totp.Uri("a+b@example.com", Key), Is.EqualTo("otpauth://totp/TechBroker:a%2Bb%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=TechBroker&algorithm=SHA1&digits=6&period=30"));
}
