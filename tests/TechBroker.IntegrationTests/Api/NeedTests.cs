using System.Text.Json.Nodes;
using TechBroker.IntegrationTests.Api.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Api;

internal sealed class NeedTests : OnOneServer
{
    private const string Full = """
        {
          "title": "寻求低温超导磁体技术",
          "description": "用于 3 T 磁共振。",
          "keywords": ["超导磁体", "NbTi"],
          "fields": ["industries:C35"],
          "minTrl": 5,
          "cooperationModes": ["licence", "jointLaboratory"],
          "regionCode": "US",
          "budget": { "currency": "USD", "minorUnits": 0 },
          "deadline": "9999-12-31",
          "visibility": "blind",
          "blindSummary": "某医疗设备企业寻求磁体合作。",
          "language": "zh"
        }
        """;

    [Test]
    public async Task Post_EveryField_RoundTrips()
    {
        var organisation = (await PostAsync(Organisations, new { name = "某企业", kind = "enterprise", regionCode = "US" })).Id;
        var sent = JsonNode.Parse(Full)!.AsObject();

        var posted = (await PostAsync(Needs, sent.With("organisationId", organisation).With("publish", true))).Succeeds(201);

        var read = (await GetAsync($"{Needs}/{posted.Id}")).Succeeds();
        var got = JsonNode.Parse(read.Text)!.AsObject();
        Assert.Multiple(() =>
        {
            // Who writes knows the organisation; whoever reads is told its name.
            Assert.That(got["organisationName"]!.GetValue<string>(), Is.EqualTo("某企业"));
            Assert.That(got.With("organisationName", null).ToJsonString(), Is.EqualTo(JsonNode.Parse(posted.Text)!.ToJsonString()));
            foreach (var (name, value) in sent)
            {
                Assert.That(JsonNode.DeepEquals(got[name], value), Is.True, $"{name}: {got[name]}");
            }

            Assert.That(got["organisationId"]!.GetValue<Guid>(), Is.EqualTo(organisation));
            Assert.That(got["state"]!.GetValue<string>(), Is.EqualTo("published"));
            Assert.That(got["expiresOn"]!.GetValue<string>(), Is.EqualTo("9999-12-31"));
            Assert.That(read.Warnings, Is.Empty);
        });
    }

    [TestCase("open")]
    [TestCase("blind")]
    [TestCase("private")]
    public async Task Post_EveryVisibility_IsKept(string visibility)
    {
        var posted = (await PostAsync(Needs, new { title = "需求", visibility, blindSummary = "摘要" })).Succeeds(201);

        Assert.That(posted.Json.GetProperty("visibility").GetString(), Is.EqualTo(visibility));
    }

    [TestCase("2090-03-31")]
    [TestCase("2090-03-31T00:00:00Z")]
    [TestCase("2090-03-31T08:00:00+08:00")]
    public async Task Post_DeadlineAsDayOrTime_IsThatDay(string deadline)
    {
        var posted = (await PostAsync(Needs, new { title = "冷链包装", deadline })).Succeeds(201);

        Assert.That(posted.Json.GetProperty("deadline").GetString(), Is.EqualTo("2090-03-31"));
    }

    [Test]
    public async Task Post_NoVisibility_IsOpen() =>
        Assert.That((await PostAsync(Needs, new { title = "需求" })).Succeeds(201).Json.GetProperty("visibility").GetString(), Is.EqualTo("open"));

    [TestCase("Open")]
    [TestCase("0")]
    [TestCase("hidden")]
    [TestCase("")]
    public async Task Post_OtherVisibility_IsRefused(string visibility) =>
        (await PostAsync(Needs, new { title = "需求", visibility })).Breaks("visibility");

    [Test]
    public async Task Post_BlindWithoutSummary_Warns() =>
        Assert.That((await PostAsync(Needs, new { title = "需求", visibility = "blind" })).Succeeds(201).Warnings, Is.EqualTo(new[] { "blind-summary-missing" }));

    [Test]
    public async Task Post_PublishAfterTheDeadline_IsRefusedAndNothingStored()
    {
        (await PostAsync(Needs, new { title = "过期需求", deadline = "2020-01-31", publish = true })).IsProblem(422, "deadline-passed");

        Assert.That((await GetAsync($"{Needs}?limit=200")).Items.Select(i => i.GetProperty("title").GetString()), Has.None.EqualTo("过期需求"));
    }

    [Test]
    public async Task Draft_WithPassedDeadline_IsKeptButNotPublishedUntilItIsMoved()
    {
        var draft = (await PostAsync(Needs, new { title = "过期草稿", deadline = "2020-01-31" })).Succeeds(201);
        var path = $"{Needs}/{draft.Id}";

        Assert.That((await PostAsync($"{path}/publish", null)).IsProblem(422, "deadline-passed").Detail, Does.Contain("2020-01-31"));
        var moved = (await PutAsync(path, new { title = "过期草稿", deadline = "2099-01-31" }, ("If-Match", draft.ETag))).Succeeds();
        var published = (await PostAsync($"{path}/publish", null)).Succeeds();
        (await PutAsync(path, new { title = "过期草稿", deadline = "2020-01-31" }, ("If-Match", published.ETag))).IsProblem(422, "deadline-passed");

        Assert.Multiple(() =>
        {
            Assert.That((moved.ETag, published.ETag), Is.EqualTo(("\"2\"", "\"3\"")));
            Assert.That(published.Json.GetProperty("expiresOn").GetString(), Is.EqualTo("2099-01-31"));
        });
    }

    [Test]
    public async Task Post_DeadlineAhead_MayBePublished()
    {
        var tomorrow = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1);

        (await PostAsync(Needs, new { title = "明日截止", deadline = tomorrow, publish = true })).Succeeds(201);
    }

    [TestCase("2027-02-30")]
    [TestCase("31.01.2027")]
    [TestCase("")]
    public async Task Post_DeadlineThatIsNoDate_IsRefused(string deadline) =>
        Assert.That((await PostAsync(Needs, new { title = "需求", deadline })).Breaks("deadline").Error("deadline"), Does.Contain("2027-03-31"));

    [Test]
    public async Task Put_ExactlyWhatGetReturned_IsAccepted()
    {
        var posted = (await PostAsync(Needs, Full)).Succeeds(201);
        var published = (await PostAsync($"{Needs}/{posted.Id}/publish", null)).Succeeds();

        var put = (await PutAsync($"{Needs}/{posted.Id}", published.Text, ("If-Match", published.ETag))).Succeeds();

        Assert.Multiple(() =>
        {
            Assert.That(put.Json.GetProperty("state").GetString(), Is.EqualTo("published"));
            Assert.That(put.ETag, Is.EqualTo("\"3\""));
            Assert.That(put.Json.GetProperty("expiresOn").GetString(), Is.EqualTo("9999-12-31"));
        });
    }

    [Test]
    public async Task Put_Withdrawn_Conflicts()
    {
        var id = (await PostAsync(Needs, Full)).Succeeds(201).Id;
        var withdrawn = (await PostAsync($"{Needs}/{id}/withdraw", null)).Succeeds();

        (await PutAsync($"{Needs}/{id}", Full, ("If-Match", withdrawn.ETag))).IsProblem(409, "need-wrong-state");
        (await PostAsync($"{Needs}/{id}/withdraw", null)).IsProblem(409, "need-wrong-state");
        (await PostAsync($"{Needs}/{id}/publish", null)).IsProblem(409, "need-wrong-state");
    }

    [Test]
    public async Task Put_WithoutOrWithStaleIfMatch_IsRefused()
    {
        var id = (await PostAsync(Needs, Full)).Succeeds(201).Id;

        (await PutAsync($"{Needs}/{id}", Full)).IsProblem(428, "if-match-required");
        (await PutAsync($"{Needs}/{id}", Full, ("If-Match", "\"2\""))).IsProblem(412, "revision-changed");
    }

    [Test]
    public async Task Post_UnknownOrganisation_IsRefused() =>
        (await PostAsync(Needs, new { title = "需求", organisationId = Guid.NewGuid() })).Breaks("organisationId");

    [TestCase("GET", "")]
    [TestCase("GET", "/matches")]
    [TestCase("POST", "/publish")]
    [TestCase("POST", "/withdraw")]
    public async Task Any_NoSuchNeed_IsNotFound(string method, string below) =>
        (await Server.SendAsync(new HttpMethod(method), $"{Needs}/{Guid.NewGuid()}{below}")).IsProblem(404, "need-not-found");
}
