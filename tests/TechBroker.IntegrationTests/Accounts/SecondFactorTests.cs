using TechBroker.Api.Accounts.SecondFactor;
using TechBroker.IntegrationTests.Accounts.Support;
using TechBroker.IntegrationTests.Api.Support;

namespace TechBroker.IntegrationTests.Accounts;

internal sealed class SecondFactorTests : OnFastServer
{
    private const string Path = $"{Member.Me}/second-factor";

    [Test]
    public async Task SignIn_WithTheSecondFactor_NeedsAFreshCodeAfterTheRightPassword()
    {
        var (member, key, _) = await TurnedOnAsync();

        (await member.SignInAsync()).IsProblem(401, "second-factor-required");
        (await member.SignInAsync(password: "wrong-wrong")).IsProblem(401, "wrong-credentials");
        (await member.SignInAsync(password: "wrong-wrong", code: CodeOf(key))).IsProblem(401, "wrong-credentials");
        Clock.Advance(TimeSpan.FromSeconds(60));
        (await member.SignInAsync(code: CodeOf(key))).Succeeds();
        (await member.SignInAsync(code: CodeOf(key))).IsProblem(401, "wrong-code");
        Assert.That((await member.ReadAsync()).FailedSignIns, Is.EqualTo(1), "a code counts once");
    }

    [Test]
    public async Task SignIn_CodesOfOtherTimes_AreGoodForOneStepOnly()
    {
        var (member, key, _) = await TurnedOnAsync();
        Clock.Advance(TimeSpan.FromMinutes(5));

        (await member.SignInAsync(code: CodeOf(key, -2))).IsProblem(401, "wrong-code");
        (await member.SignInAsync(code: CodeOf(key, +2))).IsProblem(401, "wrong-code");
        (await member.SignInAsync(code: CodeOf(key, -1))).Succeeds();
        (await member.SignInAsync(code: CodeOf(key, +1))).Succeeds();
        (await member.SignInAsync(code: CodeOf(key))).IsProblem(401, "wrong-code");
    }

    [Test]
    public async Task SignIn_OneCodeManyTimesAtOnce_LetsInOnce()
    {
        var (member, key, _) = await TurnedOnAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        var code = CodeOf(key);

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => member.SignInAsync(code: code)));

        Assert.That(replies.Count(r => r.Status == 200), Is.EqualTo(1));
    }

    [Test]
    public async Task SignIn_WrongCodes_LockTheAccountLikeWrongPasswords()
    {
        var (member, key, _) = await TurnedOnAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 10; i++)
        {
            (await member.SignInAsync(code: "abcdef")).IsProblem(401, "wrong-code");
        }

        (await member.SignInAsync(code: CodeOf(key))).IsProblem(401, "wrong-credentials");
        Clock.Advance(TimeSpan.FromMinutes(16));
        (await member.SignInAsync(code: CodeOf(key))).Succeeds();
    }

    [Test]
    public async Task RecoveryCode_Once_StandsInForTheApp()
    {
        var (member, key, codes) = await TurnedOnAsync();

        Assert.That(codes, Has.Length.EqualTo(10).And.Unique);
        (await member.SignInAsync(recoveryCode: $" {codes[3].ToUpperInvariant()} ")).Succeeds();
        (await member.SignInAsync(recoveryCode: codes[3])).IsProblem(401, "wrong-code");
        var racing = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => member.SignInAsync(recoveryCode: codes[4])));
        Assert.That(racing.Count(r => r.Status == 200), Is.EqualTo(1));

        Clock.Advance(TimeSpan.FromMinutes(20));
        using var client = await member.ClientAsync(CodeOf(key));
        Clock.Advance(TimeSpan.FromMinutes(1));
        var renewed = CodesOf((await client.CallAsync(HttpMethod.Post, $"{Member.Me}/recovery-codes", new { member.Password, Code = CodeOf(key) })).Succeeds());
        (await member.SignInAsync(recoveryCode: codes[5])).IsProblem(401, "wrong-code");
        (await member.SignInAsync(recoveryCode: renewed[0])).Succeeds();
    }

    [Test]
    public async Task TurnOff_NeedsPasswordAndCode()
    {
        var (member, key, _) = await TurnedOnAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = await member.ClientAsync(CodeOf(key));
        Clock.Advance(TimeSpan.FromMinutes(1));

        (await client.CallAsync(HttpMethod.Delete, Path, new { Password = "wrong-wrong", Code = CodeOf(key) })).IsProblem(403, "wrong-password");
        (await client.CallAsync(HttpMethod.Delete, Path, new { member.Password, Code = "000" })).IsProblem(403, "wrong-code");
        (await client.CallAsync(HttpMethod.Delete, Path, new { member.Password })).Breaks("code");
        (await client.CallAsync(HttpMethod.Delete, Path, new { member.Password, Code = CodeOf(key) })).Succeeds(204);

        (await member.SignInAsync()).Succeeds();
        Assert.That((await member.ReadAsync()).AuthenticatorKey, Is.Null);
    }

    [Test]
    public async Task Begin_WithoutThePassword_OrOnceItIsOn_IsRefused()
    {
        var (member, key, _) = await TurnedOnAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = await member.ClientAsync(CodeOf(key));

        (await client.CallAsync(HttpMethod.Post, Path, new { Password = "wrong-wrong" })).IsProblem(403, "wrong-password");
        (await client.CallAsync(HttpMethod.Post, Path, new { member.Password })).IsProblem(409, "second-factor-on");
    }

    [Test]
    public async Task Secret_InTheDatabase_IsEncrypted()
    {
        var (member, key, _) = await TurnedOnAsync();

        var stored = (await member.ReadAsync()).AuthenticatorKey!;

        Assert.That(stored, Does.Not.Contain(Totp.Base32(key)).And.Not.Contain(Convert.ToBase64String(key)));
        Assert.That(Convert.FromBase64String(stored).AsSpan().IndexOf(key), Is.EqualTo(-1));
    }

    private async Task<(Member Member, byte[] Key, string[] Codes)> TurnedOnAsync()
    {
        var member = await Member.AddAsync(Server);
        using var client = await member.ClientAsync();
        var begun = (await client.CallAsync(HttpMethod.Post, Path, new { member.Password })).Succeeds().Json;
        var key = Base32(begun.GetProperty("secret").GetString()!);
        Assert.That(begun.GetProperty("uri").GetString(), Does.StartWith("otpauth://totp/TechBroker:").And.Contain($"secret={Totp.Base32(key)}"));
        (await member.SignInAsync()).Succeeds();
        (await client.CallAsync(HttpMethod.Post, $"{Path}/confirm", new { Code = "nope" })).IsProblem(403, "wrong-code");
        return (member, key, CodesOf((await client.CallAsync(HttpMethod.Post, $"{Path}/confirm", new { Code = CodeOf(key) })).Succeeds()));
    }

    internal static string CodeOf(byte[] key, TimeProvider clock, int steps = 0) => Totp.CodeAt(key, Totp.StepAt(clock.GetUtcNow()) + steps);

    private string CodeOf(byte[] key, int steps = 0) => CodeOf(key, Clock, steps);

    private static string[] CodesOf(Reply reply) => [.. reply.Json.GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()!)];

    internal static byte[] Base32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
