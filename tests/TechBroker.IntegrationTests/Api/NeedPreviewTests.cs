using System.Text.Json.Nodes;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Privacy;
using TechBroker.IntegrationTests.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Api;

/// <summary>What the preview of a need says is what a stranger reads of it afterwards.</summary>
internal sealed class NeedPreviewTests : PrivacyFixture
{
    private const string Preview = $"{Needs}/preview";

    /// <summary>What only a need that is stored has.</summary>
    private static readonly string[] OfStored = ["id", "createdAt", "updatedAt", "publishedAt"];

    private Person owner = null!;
    private Person stranger = null!;

    [SetUp]
    public async Task PeopleAsync()
    {
        // Enough organisations in the province for a blind need to show it.
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await OrganisationAsync();
        }

        owner = await Server.AddPersonAsync(await OrganisationAsync(), Role.Seeker);
        stranger = await Server.AddPersonAsync(await OrganisationAsync(), Role.Seeker, Role.Provider);
    }

    [TestCase("open")]
    [TestCase("blind")]
    public async Task Preview_OfANeedThatIsPublished_IsWhatAStrangerReads(string visibility)
    {
        var body = Body(visibility);

        var preview = (await SendAsync(owner, HttpMethod.Post, Preview, body)).Succeeds();

        var posted = (await SendAsync(owner, HttpMethod.Post, Needs, body)).Succeeds(201);
        var read = (await SendAsync(stranger, HttpMethod.Get, $"{Needs}/{posted.Id}")).Succeeds();
        Assert.That(Comparable(preview), Is.EqualTo(Comparable(read)));
        Assert.That(preview.Text.Contains("低温快充", StringComparison.Ordinal), Is.EqualTo(visibility == "open"));
        Assert.That(preview.Json.GetProperty("regionCode").GetString(), Is.EqualTo(visibility == "open" ? "110108" : "110000"));
    }

    [Test]
    public async Task Preview_OfAPrivateNeed_IsNothing()
    {
        var preview = (await SendAsync(owner, HttpMethod.Post, Preview, Body("private"))).Succeeds(204);

        var posted = (await SendAsync(owner, HttpMethod.Post, Needs, Body("private"))).Succeeds(201);
        (await SendAsync(stranger, HttpMethod.Get, $"{Needs}/{posted.Id}")).IsProblem(404, "need-not-found");
        Assert.That(preview.Text, Is.Empty);
    }

    [Test]
    public async Task Preview_OfAnything_StoresNothing()
    {
        // What earlier tests posted is dealt with first.
        await Eventually.BecomesAsync(async () => await FirstAsync<int>("SELECT COUNT(*) FROM Outbox") == 0, "the outbox to drain");
        var before = await WrittenAsync();
        foreach (var visibility in new[] { "open", "blind", "private" })
        {
            await SendAsync(owner, HttpMethod.Post, Preview, Body(visibility));
        }

        Assert.That(await WrittenAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Preview_OfWhatCannotBePublished_SaysWhy()
    {
        (await SendAsync(owner, HttpMethod.Post, Preview, new { title = "", minTrl = 12 })).Breaks("title", "minTrl");
        (await SendAsync(owner, HttpMethod.Post, Preview, Body("open").With("deadline", "2020-01-31"))).IsProblem(422, "deadline-passed");
        (await SendAsync(owner, HttpMethod.Post, Preview, Body("open").With("organisationId", stranger.OrganisationId))).IsProblem(403, "not-your-organisation");
        (await PostAsync(Preview, Body("open").With("organisationId", Guid.NewGuid()))).Breaks("organisationId");
    }

    private static JsonObject Body(string visibility) => new()
    {
        ["title"] = "低温快充电解液",
        ["description"] = "零下 30 摄氏度，能量密度 ≥350 Wh/kg。",
        ["keywords"] = new JsonArray("电解液"),
        ["fields"] = new JsonArray("industries:C38"),
        ["minTrl"] = 5,
        ["cooperationModes"] = new JsonArray("licence"),
        ["regionCode"] = "110108",
        ["budget"] = new JsonObject { ["currency"] = "CNY", ["minorUnits"] = 300_000_000 },
        ["deadline"] = "2099-12-31",
        ["visibility"] = visibility,
        ["blindSummary"] = "某储能企业寻求低温材料。",
        ["publish"] = true,
    };

    private static string Comparable(Reply reply)
    {
        var body = JsonNode.Parse(reply.Text)!.AsObject();
        Array.ForEach(OfStored, name => body.Remove(name));
        return body.ToJsonString();
    }

    /// <summary>What was written until now; messages that have left are counted too.</summary>
    private async Task<Written> WrittenAsync() => (await FirstAsync<Written>(
        """
        SELECT (SELECT COUNT(*) FROM Need) AS Needs,
               (SELECT COUNT(*) FROM MarketRevision) AS Revisions,
               (SELECT COUNT(*) FROM AuditEntry) AS AuditEntries,
               (SELECT seq FROM sqlite_sequence WHERE name = 'Outbox') AS Messages
        """))!;

    private sealed record Written(long Needs, long Revisions, long AuditEntries, long Messages);
}
