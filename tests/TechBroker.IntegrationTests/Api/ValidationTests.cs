using System.Text.Json.Nodes;
using TechBroker.IntegrationTests.Api.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Api;

/// <summary>Valid JSON with values that cannot be taken: every broken field at once, each by its path.</summary>
internal sealed class ValidationTests : OnOneServer
{
    [Test]
    public async Task Post_EveryListingFieldBroken_NamesThemAll()
    {
        var refused = await PostAsync(Listings, new
        {
            title = new string('题', 301),
            summary = new string('s', 2_001),
            description = new string('d', 50_001),
            keywords = Enumerable.Repeat("k", 31),
            fields = new[] { "ok", " ", new string('f', 101) },
            trl = 10,
            ip = new object[] { new { type = "patent" }, new { number = new string('1', 101), status = "a\u0000" } },
            cooperationModes = new[] { "transfer", "gift" },
            regionCode = "999999",
            askingPrice = new { currency = "rmb", minorUnits = -1 },
            language = "fr",
            publish = "yes",
        });

        refused.Breaks(
            "title", "summary", "description", "keywords", "fields[1]", "fields[2]", "trl", "ip[1].type", "ip[1].number", "ip[1].status",
            "cooperationModes[1]", "regionCode", "askingPrice.currency", "askingPrice.minorUnits", "language", "publish");
        Assert.Multiple(() =>
        {
            Assert.That(refused.Error("title"), Does.Contain("300").And.Contain("301"));
            Assert.That(refused.Error("keywords"), Does.Contain("30").And.Contain("31"));
            Assert.That(refused.Error("cooperationModes[1]"), Does.Contain("jointDevelopment"));
        });
    }

    [Test]
    public async Task Post_EveryNeedFieldBroken_NamesThemAll()
    {
        var refused = await PostAsync(Needs, new
        {
            title = "\u0007",
            description = 5,
            keywords = "氢能",
            fields = new object[] { 1 },
            minTrl = 0,
            cooperationModes = new object?[] { null },
            regionCode = 110000,
            budget = "100 万元",
            deadline = "明年",
            visibility = true,
            blindSummary = new string('b', 2_001),
            language = "",
            organisationId = "7",
            publish = 1,
        });

        refused.Breaks(
            "title", "description", "keywords", "fields[0]", "minTrl", "cooperationModes[0]", "regionCode", "budget", "deadline",
            "visibility", "blindSummary", "language", "organisationId", "publish");
    }

    [TestCase("{}", ExpectedResult = "title")]
    [TestCase("""{"title":null}""", ExpectedResult = "title")]
    [TestCase("""{"title":""}""", ExpectedResult = "title")]
    [TestCase("""{"title":" \t "}""", ExpectedResult = "title")]
    [TestCase("""{"title":5}""", ExpectedResult = "title")]
    [TestCase("""{"title":["a"]}""", ExpectedResult = "title")]
    [TestCase("""{"title":"a","trl":0}""", ExpectedResult = "trl")]
    [TestCase("""{"title":"a","trl":10}""", ExpectedResult = "trl")]
    [TestCase("""{"title":"a","trl":6.5}""", ExpectedResult = "trl")]
    [TestCase("""{"title":"a","trl":"6"}""", ExpectedResult = "trl")]
    [TestCase("""{"title":"a","trl":99999999999999999999}""", ExpectedResult = "trl")]
    [TestCase("""{"title":"a","trl":1e400}""", ExpectedResult = "trl")]
    [TestCase("""{"title":"a","askingPrice":{"currency":"CNY","minorUnits":-1}}""", ExpectedResult = "askingPrice.minorUnits")]
    [TestCase("""{"title":"a","askingPrice":{"currency":"CNY","minorUnits":1000000000000001}}""", ExpectedResult = "askingPrice.minorUnits")]
    [TestCase("""{"title":"a","askingPrice":{"currency":"CNY","minorUnits":9223372036854775808}}""", ExpectedResult = "askingPrice.minorUnits")]
    [TestCase("""{"title":"a","askingPrice":{"currency":"CNY","minorUnits":0.5}}""", ExpectedResult = "askingPrice.minorUnits")]
    [TestCase("""{"title":"a","askingPrice":{"currency":"CNY","minorUnits":"5"}}""", ExpectedResult = "askingPrice.minorUnits")]
    [TestCase("""{"title":"a","askingPrice":{"currency":"CNY"}}""", ExpectedResult = "askingPrice.minorUnits")]
    [TestCase("""{"title":"a","askingPrice":{"minorUnits":5}}""", ExpectedResult = "askingPrice.currency")]
    [TestCase("""{"title":"a","askingPrice":{"currency":"cny","minorUnits":5}}""", ExpectedResult = "askingPrice.currency")]
    [TestCase("""{"title":"a","askingPrice":{"currency":"RMB","minorUnits":5}}""", ExpectedResult = "askingPrice.currency")]
    [TestCase("""{"title":"a","askingPrice":{"currency":"人民币","minorUnits":5}}""", ExpectedResult = "askingPrice.currency")]
    [TestCase("""{"title":"a","askingPrice":{"currency":"CNY","minorUnits":5,"unit":"fen"}}""", ExpectedResult = "askingPrice.unit")]
    [TestCase("""{"title":"a","askingPrice":500}""", ExpectedResult = "askingPrice")]
    [TestCase("""{"title":"a","askingPrice":[]}""", ExpectedResult = "askingPrice")]
    [TestCase("""{"title":"a","keywords":{}}""", ExpectedResult = "keywords")]
    [TestCase("""{"title":"a","keywords":["a",null]}""", ExpectedResult = "keywords[1]")]
    [TestCase("""{"title":"a","keywords":["a",["b"]]}""", ExpectedResult = "keywords[1]")]
    [TestCase("""{"title":"a","fields":[null]}""", ExpectedResult = "fields[0]")]
    [TestCase("""{"title":"a","ip":[null]}""", ExpectedResult = "ip[0]")]
    [TestCase("""{"title":"a","ip":["patent"]}""", ExpectedResult = "ip[0]")]
    [TestCase("""{"title":"a","ip":[{"type":"patent"},{"type":7}]}""", ExpectedResult = "ip[1].type")]
    [TestCase("""{"title":"a","ip":{"type":"patent"}}""", ExpectedResult = "ip")]
    [TestCase("""{"title":"a","cooperationModes":[null]}""", ExpectedResult = "cooperationModes[0]")]
    [TestCase("""{"title":"a","cooperationModes":["Transfer"]}""", ExpectedResult = "cooperationModes[0]")]
    [TestCase("""{"title":"a","cooperationModes":"transfer"}""", ExpectedResult = "cooperationModes")]
    [TestCase("""{"title":"a","regionCode":"de"}""", ExpectedResult = "regionCode")]
    [TestCase("""{"title":"a","regionCode":""}""", ExpectedResult = "regionCode")]
    [TestCase("""{"title":"a","organisationId":"not-a-uuid"}""", ExpectedResult = "organisationId")]
    [TestCase("""{"title":"a","publish":"true"}""", ExpectedResult = "publish")]
    public async Task<string> Post_OneBrokenField_IsNamedByItsPath(string body)
    {
        var refused = (await PostAsync(Listings, body)).IsProblem(400, "validation");
        return string.Join(", ", refused.Fields);
    }

    [TestCase("Title", "title")]
    [TestCase("keyword", "keywords")]
    [TestCase("titel", "title")]
    [TestCase("cooperationmodes", "cooperationModes")]
    [TestCase("askingprise", "askingPrice")]
    [TestCase("region_code", "regionCode")]
    public async Task Post_MisspeltField_IsRefusedWithTheNearestName(string given, string meant) =>
        Assert.That(
            (await PostAsync(Listings, new JsonObject { ["title"] = "a" }.With(given, "x"))).Breaks(given).Error(given),
            Does.Contain($"did you mean {meant}?"));

    [TestCase("id")]
    [TestCase("")]
    [TestCase("价格")]
    [TestCase("__proto__")]
    public async Task Post_UnlikeAnyField_IsRefusedWithTheKnownNames(string given) =>
        Assert.That(
            (await PostAsync(Listings, new JsonObject { ["title"] = "a" }.With(given, "x"))).Breaks(given).Error(given),
            Does.Contain("title").And.Contain("askingPrice"));

    [Test]
    public async Task Put_BrokenAndUnknownFields_AreRefusedLikeInPost()
    {
        var posted = (await PostAsync(Listings, new { title = "a" })).Succeeds(201);

        (await PutAsync($"{Listings}/{posted.Id}", new { title = "", trl = "6", publish = true }, ("If-Match", posted.ETag))).Breaks("title", "trl", "publish");
    }

    [Test]
    public async Task Post_Limits_AreInclusive()
    {
        var posted = (await PostAsync(Listings, new
        {
            title = new string('题', 300),
            summary = new string('s', 2_000),
            description = new string('d', 50_000),
            keywords = Enumerable.Range(0, 30).Select(i => new string('k', 58) + i.ToString("00", null)),
            fields = Enumerable.Range(0, 20).Select(i => new string('f', 98) + i.ToString("00", null)),
            ip = Enumerable.Repeat(new { type = "patent" }, 50),
            trl = 9,
        })).Succeeds(201);

        Assert.That(posted.Json.GetProperty("keywords").GetArrayLength(), Is.EqualTo(30));
    }

    [Test]
    public async Task Post_HundredThousandFaults_AnswersBriefly()
    {
        string[] bodies =
        [
            """{"title":"a","ip":[""" + string.Join(',', Enumerable.Repeat("{}", 100_000)) + "]}",
            """{"title":"a","cooperationModes":[""" + string.Join(',', Enumerable.Repeat("\"x\"", 100_000)) + "]}",
            "{" + string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"x{i}\":0")) + "}",
        ];
        foreach (var body in bodies)
        {
            var refused = (await PostAsync(Listings, body)).IsProblem(400, "validation");
            Assert.That(refused.Text, Has.Length.LessThan(100_000));
        }
    }

    [Test]
    public async Task Problem_WithoutLanguage_IsChinese_AndEnglishWhereAsked()
    {
        var chinese = (await PostAsync(Listings, new { trl = 0 }, ("Accept-Language", ""))).Breaks("title", "trl");
        var alsoChinese = (await PostAsync(Listings, new { trl = 0 }, ("Accept-Language", "de, en;q=0.3, zh-CN;q=0.8"))).Breaks("title", "trl");
        var english = (await PostAsync(Listings, new { trl = 0 }, ("Accept-Language", "en-GB, zh;q=0.9"))).Breaks("title", "trl");

        Assert.Multiple(() =>
        {
            Assert.That(chinese.Error("trl"), Does.Contain("技术成熟度"));
            Assert.That(chinese.Detail, Does.Contain("填写有误"));
            Assert.That(alsoChinese.Error("trl"), Is.EqualTo(chinese.Error("trl")));
            Assert.That(english.Error("trl"), Does.Contain("readiness"));
            Assert.That(english.Detail, Does.Contain("wrong"));
            Assert.That(english.Code, Is.EqualTo(chinese.Code));
        });
    }
}
