using System.Text.Json.Nodes;
using TechBroker.IntegrationTests.Api.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Api;

internal sealed class ListingTests : OnOneServer
{
    private const string Full = """
        {
          "title": "质子交换膜电解槽",
          "summary": "兆瓦级制氢。",
          "description": "第一行\n第二行\t制表 😀 \"引号\" <b>&amp;</b>",
          "keywords": ["制氢", "PEM electrolyser"],
          "fields": ["industries:C34", "自由词"],
          "trl": 6,
          "ip": [{ "type": "patent", "number": "ZL202310000001.2", "status": "granted" }, { "type": "knowHow", "number": null, "status": null }],
          "cooperationModes": ["transfer", "licence", "equity", "jointDevelopment", "commissionedDevelopment", "technicalService", "jointLaboratory"],
          "regionCode": "110108",
          "askingPrice": { "currency": "CNY", "minorUnits": 1000000000000000 },
          "language": "zh"
        }
        """;

    [Test]
    public async Task Post_EveryField_RoundTrips()
    {
        var organisation = (await PostAsync(Organisations, new { name = "某大学", kind = "university", regionCode = "110000" })).Id;
        var sent = JsonNode.Parse(Full)!.AsObject();

        var posted = (await PostAsync(Listings, sent.With("organisationId", organisation))).Succeeds(201);

        var read = (await GetAsync($"{Listings}/{posted.Id}")).Succeeds();
        var got = JsonNode.Parse(read.Text)!.AsObject();
        Assert.Multiple(() =>
        {
            // Who writes knows the organisation; whoever reads is told its name.
            Assert.That(got["organisationName"]!.GetValue<string>(), Is.EqualTo("某大学"));
            Assert.That(got.With("organisationName", null).ToJsonString(), Is.EqualTo(JsonNode.Parse(posted.Text)!.ToJsonString()));
            foreach (var (name, value) in sent)
            {
                Assert.That(JsonNode.DeepEquals(got[name], value), Is.True, $"{name}: {got[name]}");
            }

            Assert.That(got["organisationId"]!.GetValue<Guid>(), Is.EqualTo(organisation));
            Assert.That(got["state"]!.GetValue<string>(), Is.EqualTo("draft"));
            Assert.That(got["revision"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(got["createdAt"]!.GetValue<string>(), Does.Match(@"^\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)$"), "UTC");
            Assert.That(read.Warnings, Is.EqualTo(new[] { "unknown-field" }));
        });
    }

    [Test]
    public async Task Post_TitleOnly_FillsTheRestWithNothing()
    {
        var posted = (await PostAsync(Listings, new { title = "  Light-field display  " })).Succeeds(201).Json;

        Assert.Multiple(() =>
        {
            Assert.That(posted.GetProperty("title").GetString(), Is.EqualTo("Light-field display"));
            Assert.That(posted.GetProperty("language").GetString(), Is.EqualTo("en"));
            Assert.That(posted.GetProperty("keywords").GetArrayLength(), Is.Zero);
            Assert.That(posted.GetProperty("publishedAt").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        });
    }

    [Test]
    public async Task Put_ExactlyWhatGetReturned_ChangesNothingButTheRevision()
    {
        var posted = (await PostAsync(Listings, Full)).Succeeds(201);
        var read = await GetAsync($"{Listings}/{posted.Id}");

        var put = (await PutAsync($"{Listings}/{posted.Id}", read.Text, ("If-Match", read.ETag))).Succeeds();

        var (before, after) = (JsonNode.Parse(read.Text)!.AsObject(), JsonNode.Parse(put.Text)!.AsObject());
        foreach (var name in new[] { "revision", "updatedAt" })
        {
            before.Remove(name);
            after.Remove(name);
        }

        Assert.That(after.ToJsonString(), Is.EqualTo(before.ToJsonString()));
        Assert.That(put.ETag, Is.EqualTo("\"2\""));
    }

    [Test]
    public async Task Put_LeftOutFields_AreTakenAway()
    {
        var posted = (await PostAsync(Listings, Full)).Succeeds(201);

        var put = (await PutAsync($"{Listings}/{posted.Id}", new { title = "只剩标题" }, ("If-Match", "*"))).Succeeds().Json;

        Assert.Multiple(() =>
        {
            Assert.That(put.GetProperty("trl").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
            Assert.That(put.GetProperty("askingPrice").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
            Assert.That(put.GetProperty("ip").GetArrayLength(), Is.Zero);
        });
    }

    [Test]
    public async Task Put_WithoutOrWithStaleIfMatch_IsRefused()
    {
        var id = (await PostAsync(Listings, Full)).Succeeds(201).Id;

        (await PutAsync($"{Listings}/{id}", Full)).IsProblem(428, "if-match-required");
        (await PutAsync($"{Listings}/{id}", Full, ("If-Match", "\"2\""))).IsProblem(412, "revision-changed");
    }

    [Test]
    public async Task Steps_FromDraftToWithdrawn_FollowTheStatesAndGrowTheETag()
    {
        var path = $"{Listings}/{(await PostAsync(Listings, Full)).Succeeds(201).Id}";

        (await PostAsync($"{path}/suspend", null)).IsProblem(409, "listing-wrong-state");
        var published = (await PostAsync($"{path}/publish", null)).Succeeds();
        (await PostAsync($"{path}/publish", null)).IsProblem(409, "listing-wrong-state");
        var suspended = (await PostAsync($"{path}/suspend", null)).Succeeds();
        var again = (await PostAsync($"{path}/publish", null)).Succeeds();
        (await PostAsync($"{path}/withdraw", null, ("If-Match", "\"1\""))).IsProblem(412, "revision-changed");
        var withdrawn = (await PostAsync($"{path}/withdraw", null, ("If-Match", again.ETag))).Succeeds();
        (await PostAsync($"{path}/publish", null)).IsProblem(409, "listing-wrong-state");
        (await PutAsync(path, Full, ("If-Match", withdrawn.ETag))).IsProblem(409, "listing-wrong-state");

        Reply[] steps = [published, suspended, again, withdrawn];
        Assert.Multiple(() =>
        {
            Assert.That(steps.Select(s => s.ETag), Is.EqualTo(new[] { "\"2\"", "\"3\"", "\"4\"", "\"5\"" }));
            Assert.That(
                steps.Select(s => s.Json.GetProperty("state").GetString()), Is.EqualTo(new[] { "published", "suspended", "published", "withdrawn" }));
            Assert.That(published.Json.GetProperty("publishedAt").GetDateTimeOffset(), Is.EqualTo(again.Json.GetProperty("publishedAt").GetDateTimeOffset()));
            Assert.That(published.Json.GetProperty("expiresOn").GetString(), Is.Not.Null);
        });
    }

    [Test]
    public async Task Post_PublishTrue_IsPublishedAtItsFirstRevision()
    {
        var posted = (await PostAsync(Listings, new { title = "立即发布", publish = true })).Succeeds(201);

        Assert.That((posted.Json.GetProperty("state").GetString(), posted.ETag), Is.EqualTo(("published", "\"1\"")));
    }

    [Test]
    public async Task Post_UnknownOrganisation_IsRefusedAndNothingStored()
    {
        (await PostAsync(Listings, new { title = "无主成果", organisationId = Guid.NewGuid() })).Breaks("organisationId");

        Assert.That((await GetAsync($"{Listings}?limit=200")).Items.Select(i => i.GetProperty("title").GetString()), Has.None.EqualTo("无主成果"));
    }

    [Test]
    public async Task Post_FieldByName_IsKeptAsItsCode()
    {
        var posted = (await PostAsync(Listings, new { title = "机器人", fields = new[] { "人形机器人", "future-industries:humanoid-robots", "humanoid robot" } })).Succeeds(201);

        Assert.That(posted.Json.GetProperty("fields").EnumerateArray().Select(f => f.GetString()), Is.EqualTo(new[] { "future-industries:humanoid-robots" }));
    }

    [Test]
    public async Task Ids_OfTwoPosts_CannotBeGuessedFromEachOther()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i => (await PostAsync(Listings, new { title = $"t{i}" })).Id));

        // Version 4: 122 random bits. A time-ordered version 7 would tell when and give its neighbours away.
        Assert.That(ids.Select(i => i.Version), Is.All.EqualTo(4));
    }

    [TestCase("")]
    [TestCase("/matches")]
    public async Task Get_NoSuchListing_IsNotFound(string below) =>
        (await GetAsync($"{Listings}/{Guid.NewGuid()}{below}")).IsProblem(404, "listing-not-found");

    [TestCase("publish")]
    [TestCase("suspend")]
    [TestCase("withdraw")]
    public async Task Step_NoSuchListing_IsNotFound(string step) =>
        (await PostAsync($"{Listings}/{Guid.NewGuid()}/{step}", null)).IsProblem(404, "listing-not-found");

    [Test]
    public async Task Put_NoSuchListing_IsNotFound() =>
        (await PutAsync($"{Listings}/{Guid.NewGuid()}", Full, ("If-Match", "*"))).IsProblem(404, "listing-not-found");
}
