using TechBroker.Domain;
using TechBroker.Domain.Duplicates;
using TechBroker.Domain.Listings;
using TechBroker.Matching.Tokens;

namespace TechBroker.UnitTests.DomainRules;

/// <summary>Spellings of one thing have one form, and different things have different ones.</summary>
internal sealed class DuplicateKeyTests
{
    [TestCase("ZL202310012345.6", "202310012345")]
    [TestCase("ZL 2023 1 0012345.6", "202310012345")]
    [TestCase("ＺＬ２０２３１００１２３４５．６", "202310012345")]
    [TestCase("zl2023100123456", "202310012345")]
    [TestCase("专利号：ZL202310012345.X", "202310012345")]
    [TestCase("CN202310012345.6", "202310012345")]
    [TestCase("202310012345", "202310012345")]
    [TestCase("85100001.2", "85100001")]
    [TestCase("ZL851000012", "85100001")]
    [TestCase("CN 85100001.2", "85100001")]
    [TestCase("CN101234567A", "CN101234567")]
    [TestCase("CN101234567B", "CN101234567")]
    [TestCase("CN 101234567 B", "CN101234567")]
    [TestCase("CN1234567C", "CN1234567")]
    [TestCase("US10,123,456 B2", "US10123456")]
    [TestCase("us10123456", "US10123456")]
    [TestCase("EP 1 234 567 A1", "EP1234567")]
    [TestCase("PCT/CN2023/012345", "PCTCN2023012345")]
    [TestCase("申请中", null)]
    [TestCase("12345", null)]
    [TestCase("000000000000", null)]
    [TestCase("ZL000000000000.0", null)]
    public void OfPatent_Spelling_IsTheOneForm(string number, string? form) => Assert.That(NumberForms.OfPatent(Folding.Of(number)), Is.EqualTo(form));

    [TestCase("2021SR000123", "2021SR000123")]
    [TestCase("２０２１ｓｒ－０００１２３", "2021SR000123")]
    [TestCase("登记号 9112023Y0456", "9112023Y0456")]
    [TestCase("待定", null)]
    public void OfRegistration_Spelling_IsTheOneForm(string number, string? form) => Assert.That(NumberForms.OfRegistration(Folding.Of(number)), Is.EqualTo(form));

    [Test]
    public void OfPatent_OfAForm_IsTheForm()
    {
        foreach (var number in Numbers(new Random(7)).Take(20_000))
        {
            if (NumberForms.OfPatent(number) is { } form)
            {
                Assert.That(NumberForms.OfPatent(form), Is.EqualTo(form), number);
            }
        }
    }

    [TestCase("低温 超导磁体（第二代）", "低温超导磁体 (第二代)")]
    [TestCase("PEM Electrolyser", "ＰＥＭ－ｅｌｅｃｔｒｏｌｙｓｅｒ！")]
    [TestCase("①号样机", "1号样机")]
    public void PlainForm_InWidthCaseAndSpaces_IsOne(string one, string other) =>
        Assert.That(PlainForm.Of(one, Folding.Of), Is.EqualTo(PlainForm.Of(other, Folding.Of)).And.Not.Empty);

    [Test]
    public void PlainForm_OfNoise_IsStableAndBlindToWidthCaseAndSpaces()
    {
        var random = new Random(11);
        for (var i = 0; i < 5_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(20)).Select(_ => Pick(random, "磁体电解槽质子ABCxyzÄé019 ，。-（）ｶﾞＡａ１①\u0301\u3099Ωß"))]);
            var form = PlainForm.Of(text, Folding.Of);
            var wide = new string([.. text.Select(c => c is > ' ' and < '\u007f' ? (char)(c + 0xFEE0) : c)]);
            Assert.Multiple(() =>
            {
                Assert.That(PlainForm.Of(form, Folding.Of), Is.EqualTo(form), text);
                Assert.That(PlainForm.Of(wide, Folding.Of), Is.EqualTo(form), text);
                Assert.That(PlainForm.Of($" {text}　", Folding.Of), Is.EqualTo(form), text);
            });
        }
    }

    [Test]
    public void Of_Listing_HasAKeyForEachNumberAndOneForItsText()
    {
        var listing = new ListingContent
        {
            Title = "磁体",
            Language = "zh",
            Ip =
            [
                new IpRight { Type = "patent", Number = "ZL202310012345.6" },
                new IpRight { Type = "patentApplication", Number = "202310012345.6" },
                new IpRight { Type = "softwareCopyright", Number = "2021SR000123" },
                new IpRight { Type = "成果登记号", Number = "9112023Y0456" },
                new IpRight { Type = "knowHow", Number = "20230001" },
                new IpRight { Type = "patent" },
            ],
        };

        var keys = DuplicateKeys.Of(listing, Folding.Of);

        Assert.That(
            keys.Select(k => k.Reason).Order(),
            Is.EqualTo(new[] { DuplicateReason.RegistrationNumber, DuplicateReason.RegistrationNumber, DuplicateReason.PatentNumber, DuplicateReason.Title }));
        Assert.That(keys.Select(k => k.Value), Is.All.Match("^[0-9a-f]{32}$"));
        Assert.That(DuplicateKeys.Of(listing with { Summary = "另一段" }, Folding.Of).Intersect(keys).Count(), Is.EqualTo(3));
        Assert.That(DuplicateKeys.Of(new ListingContent { Title = "！！", Language = "zh" }, Folding.Of), Has.Count.EqualTo(1));
    }

    private static IEnumerable<string> Numbers(Random random)
    {
        while (true)
        {
            var digits = string.Concat(Enumerable.Range(0, random.Next(5, 15)).Select(_ => random.Next(10)));
            yield return Pick(random, ["", "ZL", "CN", "US", "PCT/CN", "ZLCN", "CNZL"]) + Pick(random, ["", "19", "20"]) + digits + Pick(random, ["", ".X", ".3", "X", "A", "B2", "U", "CN"]);
        }
    }

    private static string Pick(Random random, string[] all) => all[random.Next(all.Length)];

    private static char Pick(Random random, string all) => all[random.Next(all.Length)];
}
