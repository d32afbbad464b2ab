using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Organisations;

namespace TechBroker.UnitTests.DomainRules;

/// <summary>Money, plain text, codes and sentences in two languages.</summary>
internal sealed class ValueTests
{
    [TestCase("CNY", ExpectedResult = true)]
    [TestCase("USD", ExpectedResult = true)]
    [TestCase("EUR", ExpectedResult = true)]
    [TestCase("HKD", ExpectedResult = true)]
    [TestCase("RMB", ExpectedResult = false, Description = "what people say, not what ISO 4217 knows")]
    [TestCase("XXX", ExpectedResult = false)]
    [TestCase("cny", ExpectedResult = false)]
    [TestCase("CN", ExpectedResult = false)]
    [TestCase("CNY ", ExpectedResult = false)]
    [TestCase("元", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    [TestCase(null, ExpectedResult = false)]
    public bool IsCurrency_Code_IsOneOfTheStandard(string? code) => Money.IsCurrency(code);

    [TestCase("", ExpectedResult = -1)]
    [TestCase("中文 English 😀\t\r\n", ExpectedResult = -1)]
    [TestCase("a\0", ExpectedResult = 1)]
    [TestCase("\u001F", ExpectedResult = 0)]
    [TestCase("ab\u007F", ExpectedResult = 2)]
    [TestCase("ab\u0085", ExpectedResult = 2)]
    [TestCase("😀\u0007", ExpectedResult = 2)]
    public int FirstFault_Text_IsTheIndexOfWhatMayNotStandThere(string text) => PlainText.FirstFault(text);

    [Test]
    public void FirstFault_HalfAPair_IsFound()
    {
        Assert.Multiple(() =>
        {
            Assert.That(PlainText.FirstFault(['a', '\uD83D']), Is.EqualTo(1));
            Assert.That(PlainText.FirstFault(['\uD83D', 'a']), Is.Zero);
            Assert.That(PlainText.FirstFault(['\uDE00', '\uD83D']), Is.Zero);
            Assert.That(PlainText.FirstFault(['\uD83D', '\uD83D', '\uDE00']), Is.Zero);
        });
    }

    [Test]
    public void FirstFault_OfAnyText_IsThatOfItsFirstBrokenOrControlRune() => Prop.ForAll<char[]>(characters =>
    {
        var expected = -1;
        for (var at = 0; at < characters.Length && expected < 0;)
        {
            var whole = System.Text.Rune.DecodeFromUtf16(characters.AsSpan(at), out var rune, out var length) is System.Buffers.OperationStatus.Done;
            expected = whole && (!System.Text.Rune.IsControl(rune) || rune.Value is '\t' or '\n' or '\r') ? -1 : at;
            at += length;
        }

        return PlainText.FirstFault(characters) == expected;
    }).QuickCheckThrowOnFailure();

    [TestCase("PEM electrolyser", ExpectedResult = "en")]
    [TestCase("", ExpectedResult = "en")]
    [TestCase("SPECT 探测器", ExpectedResult = "zh")]
    [TestCase("㐀", ExpectedResult = "zh")]
    [TestCase("カメラ", ExpectedResult = "en")]
    public string LanguageOf_Text_IsChineseWithOneHanCharacter(string text) => PlainText.LanguageOf(text);

    [Test]
    public void Codes_OfEveryValue_ReadBackAndAreUnique()
    {
        AssertCodes<ListingState>();
        AssertCodes<ListingAction>();
        AssertCodes<NeedState>();
        AssertCodes<NeedAction>();
        AssertCodes<Visibility>();
        AssertCodes<CooperationMode>();
        AssertCodes<OrganisationKind>();
    }

    [TestCase("")]
    [TestCase("Draft")]
    [TestCase("0")]
    [TestCase("draft ")]
    [TestCase("draft, published")]
    [TestCase(null)]
    public void TryParse_WhatIsNoCode_Fails(string? code) => Assert.That(Codes.TryParse<ListingState>(code, out _), Is.False);

    [Test]
    public void Codes_OfTheContract_AreThoseOfTheDesign()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Codes.All<OrganisationKind>(), Is.EqualTo(new[] { "university", "institute", "enterprise", "fund", "park", "agency", "consortium" }));
            Assert.That(Codes.All<Visibility>(), Is.EqualTo(new[] { "open", "blind", "private" }));
            Assert.That(
                Codes.All<CooperationMode>(),
                Is.EqualTo(new[] { "transfer", "licence", "equity", "jointDevelopment", "commissionedDevelopment", "technicalService", "jointLaboratory" }));
        });
    }

    [Test]
    public void Text_AsOneString_ReadsBackInBothLanguages() => Assert.That(Text.Parse(new Text("中文", "English").ToString()), Is.EqualTo(new Text("中文", "English")));

    private static void AssertCodes<T>()
        where T : struct, Enum
    {
        Assert.That(Codes.All<T>(), Is.Unique.And.All.Matches("^[a-z][a-zA-Z]*$"));
        foreach (var value in Enum.GetValues<T>())
        {
            Assert.That(Codes.Parse<T>(Codes.Of(value)), Is.EqualTo(value));
        }
    }
}
