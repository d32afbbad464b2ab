using TechBroker.IntegrationTests.Api.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Api;

internal sealed class OrganisationTests : OnOneServer
{
    [Test]
    public async Task Post_AllFields_ComeBackFromGet()
    {
        var posted = (await PostAsync(Organisations, new
        {
            name = "清华大学",
            kind = "university",
            creditCode = "12100000400000624D",
            regionCode = "110108",
            nature = "事业单位",
        })).Succeeds(201);

        var read = (await GetAsync($"{Organisations}/{posted.Id}")).Succeeds();
        Assert.Multiple(() =>
        {
            Assert.That(read.Text, Is.EqualTo(posted.Text));
            Assert.That(posted.Headers["Location"], Is.EqualTo($"{Organisations}/{posted.Id}"));
            Assert.That((posted.ETag, read.ETag), Is.EqualTo(("\"1\"", "\"1\"")));
            Assert.That(read.Json.GetProperty("name").GetString(), Is.EqualTo("清华大学"));
            Assert.That(read.Json.GetProperty("kind").GetString(), Is.EqualTo("university"));
            Assert.That(read.Json.GetProperty("creditCode").GetString(), Is.EqualTo("12100000400000624D"));
            Assert.That(read.Json.GetProperty("regionCode").GetString(), Is.EqualTo("110108"));
            Assert.That(read.Json.GetProperty("nature").GetString(), Is.EqualTo("事业单位"));
        });
    }

    [TestCase("91350200MA2YJ1XR9G")]
    [TestCase("91350200776049653A")]
    [TestCase("91440101ma5cjq4n59")]
    public async Task Post_GenuineCreditCode_IsKeptInCapitalsWithoutWarning(string code)
    {
        var posted = (await PostAsync(Organisations, Enterprise(code))).Succeeds(201);

        Assert.Multiple(() =>
        {
            Assert.That(posted.Json.GetProperty("creditCode").GetString(), Is.EqualTo(code.ToUpperInvariant()));
            Assert.That(posted.Warnings, Is.Empty);
        });
    }

    [TestCase("91350200MA2YJ1XR9H", Description = "wrong check character")]
    [TestCase("9135020077604965IA", Description = "I is not in the standard's alphabet")]
    public async Task Post_CreditCodeThatFailsItsCheck_WarnsAndIsKept(string code)
    {
        var posted = (await PostAsync(Organisations, Enterprise(code))).Succeeds(201);

        Assert.Multiple(() =>
        {
            Assert.That(posted.Warnings, Is.EqualTo(new[] { "credit-code-check" }));
            Assert.That(posted.Json.GetProperty("warnings")[0].GetProperty("field").GetString(), Is.EqualTo("creditCode"));
            Assert.That(posted.Json.GetProperty("creditCode").GetString(), Is.EqualTo(code));
        });
    }

    [TestCase("9135020077604965")]
    [TestCase("91350200-76049653A")]
    [TestCase("９1350200776049653A")]
    public async Task Post_CreditCodeOfWrongShape_IsRefused(string code) =>
        (await PostAsync(Organisations, Enterprise(code))).Breaks("creditCode");

    [Test]
    public async Task Post_CreditCodeOnRecord_ConflictsAndNamesTheOther()
    {
        var first = (await PostAsync(Organisations, Enterprise("911100007109317101"))).Succeeds(201);

        var second = await PostAsync(Organisations, Enterprise("911100007109317101"));

        Assert.That(second.IsProblem(409, "credit-code-taken").Detail, Does.Contain(first.Id.ToString()));
    }

    [Test]
    public async Task Put_CreditCodeOfAnother_Conflicts()
    {
        (await PostAsync(Organisations, Enterprise("91110000100000000X"))).Succeeds(201);
        var other = (await PostAsync(Organisations, Enterprise(null))).Succeeds(201);

        (await PutAsync($"{Organisations}/{other.Id}", Enterprise("91110000100000000X"), ("If-Match", other.ETag))).IsProblem(409, "credit-code-taken");
    }

    [Test]
    public async Task Put_IfMatch_GuardsTheRevision()
    {
        var posted = (await PostAsync(Organisations, Enterprise(null))).Succeeds(201);
        var path = $"{Organisations}/{posted.Id}";
        var changed = new { name = "新名称", kind = "institute", regionCode = "DE" };

        (await PutAsync(path, changed)).IsProblem(428, "if-match-required");
        (await PutAsync(path, changed, ("If-Match", "\"7\""))).IsProblem(412, "revision-changed");
        (await PutAsync(path, changed, ("If-Match", "rubbish"))).IsProblem(412, "revision-changed");
        var put = (await PutAsync(path, changed, ("If-Match", posted.ETag))).Succeeds();
        Assert.Multiple(() =>
        {
            Assert.That(put.ETag, Is.EqualTo("\"2\""));
            Assert.That(put.Json.GetProperty("name").GetString(), Is.EqualTo("新名称"));
            Assert.That(put.Json.GetProperty("regionCode").GetString(), Is.EqualTo("DE"));
        });
        (await PutAsync(path, changed, ("If-Match", posted.ETag))).IsProblem(412, "revision-changed");
    }

    [Test]
    public async Task Put_WhatGetReturned_IsAccepted()
    {
        var posted = (await PostAsync(Organisations, Enterprise("91350200MA2YJ1XR00"))).Succeeds(201);

        var put = (await PutAsync($"{Organisations}/{posted.Id}", posted.Text, ("If-Match", posted.ETag))).Succeeds();

        Assert.That(put.Json.GetProperty("creditCode").GetString(), Is.EqualTo("91350200MA2YJ1XR00"));
    }

    [Test]
    public async Task Post_NothingGiven_NamesEveryRequiredField() =>
        (await PostAsync(Organisations, new { })).Breaks("name", "kind", "regionCode");

    [Test]
    public async Task Post_EveryFieldWrong_NamesThemAll()
    {
        var refused = await PostAsync(Organisations, new { name = new string('名', 201), kind = "company", creditCode = "1", regionCode = "000000", nature = "a\u0001b" });

        refused.Breaks("name", "kind", "creditCode", "regionCode", "nature");
        Assert.That(refused.Error("kind"), Does.Contain("enterprise"));
    }

    [Test]
    public async Task Get_NoSuchOrganisation_IsNotFound() =>
        (await GetAsync($"{Organisations}/{Guid.NewGuid()}")).IsProblem(404, "organisation-not-found");

    [Test]
    public async Task Page_WhileOthersArePosted_CoversEveryOneOnce()
    {
        var expected = new List<Guid>();
        for (var i = 0; i < 11; i++)
        {
            expected.Add((await PostAsync(Organisations, Enterprise(null))).Succeeds(201).Id);
        }

        var seen = await Server.AllIdsAsync(Organisations, 3, async () => (await PostAsync(Organisations, Enterprise(null))).Succeeds(201));

        Assert.Multiple(() =>
        {
            Assert.That(seen, Is.Unique);
            Assert.That(expected, Is.SubsetOf(seen));
            Assert.That(seen.Where(expected.Contains), Is.EqualTo(Enumerable.Reverse(expected)), "newest first");
        });
    }

    [Test]
    public async Task Page_WithWords_HasThoseWithThemInNameOrCreditCode()
    {
        const string Code = "91110000MAQ7W2PL3X";
        var mark = Guid.NewGuid().ToString("N")[..8];
        var first = (await PostAsync(Organisations, new { name = $"{mark}_1% 甲", kind = "enterprise", regionCode = "110000", creditCode = Code })).Succeeds(201).Id;
        var second = (await PostAsync(Organisations, new { name = $"{mark}x2 乙", kind = "enterprise", regionCode = "110000" })).Succeeds(201).Id;

        Assert.That(await Server.AllIdsAsync($"{Organisations}?q={mark}", 1), Is.EqualTo(new[] { second, first }), "page by page, newest first");
        Assert.That(await Server.AllIdsAsync($"{Organisations}?q={mark}_", 50), Is.EqualTo(new[] { first }), "no character stands for others");
        Assert.That(await Server.AllIdsAsync($"{Organisations}?q={Uri.EscapeDataString("1% 甲")}", 50), Is.EqualTo(new[] { first }));
        Assert.That(await Server.AllIdsAsync($"{Organisations}?q=maq7w2pl", 50), Is.EqualTo(new[] { first }));
        (await GetAsync($"{Organisations}?q={new string('a', 101)}")).Breaks("q");
    }

    private static object Enterprise(string? creditCode) => new { name = "示例科技有限公司", kind = "enterprise", creditCode, regionCode = "350200" };
}
