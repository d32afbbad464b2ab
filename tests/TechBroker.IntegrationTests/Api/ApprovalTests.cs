using System.Text;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Privacy;
using TechBroker.IntegrationTests.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Api;

/// <summary>An organisation whose own office approves its listings before they are published.</summary>
internal sealed class ApprovalTests : PrivacyFixture
{
    private Guid university;
    private Person provider = null!;
    private Person approver = null!;

    [SetUp]
    public async Task PeopleAsync()
    {
        university = await OrganisationAsync(new { approvesListings = true });
        provider = await Server.AddPersonAsync(university, Role.Provider);
        approver = await ApproverAsync(university);
    }

    [Test]
    public async Task Publish_ByAnybodyButTheApprover_Submits()
    {
        var manager = await Server.AddPersonAsync(null, Role.Manager);
        foreach (var person in new[] { provider, manager, Server.Admin })
        {
            Assert.That(StateOf(await AddAsync(person, publish: true)), Is.EqualTo("submitted"));
            var draft = await AddAsync(person, publish: false);
            Assert.That(StateOf(await StepAsync(person, draft, "publish")), Is.EqualTo("submitted"));
            (await StepAsync(person, draft, "publish")).IsProblem(409, "approval-awaited");
        }

        var own = await AddAsync(approver, publish: true);
        Assert.That((StateOf(own), own.Json.GetProperty("revision").GetInt32()), Is.EqualTo(("published", 1)));
        (await Server.SendAsync(HttpMethod.Get, $"{Listings}/{(await AddAsync(provider, publish: true)).Id}", null, ("Authorization", ""))).IsProblem(404, "listing-not-found");
    }

    [Test]
    public async Task Return_ByTheApprover_KeepsTheReasonUntilTheNextSubmit()
    {
        var listing = await AddAsync(provider, publish: true);
        foreach (var (person, status, code) in new[] { (provider, 403, "not-the-approver"), (Server.Admin, 403, "not-the-approver"), (await ApproverAsync(await OrganisationAsync()), 404, "listing-not-found") })
        {
            (await SendAsync(person, HttpMethod.Post, $"{Listings}/{listing.Id}/return", new { reason = "x" })).IsProblem(status, code);
        }

        (await SendAsync(approver, HttpMethod.Post, $"{Listings}/{listing.Id}/return", new { })).Breaks("reason");
        var returned = (await SendAsync(approver, HttpMethod.Post, $"{Listings}/{listing.Id}/return", new { reason = "缺少专利号" })).Succeeds();
        Assert.That((StateOf(returned), ReasonOf(returned)), Is.EqualTo(("returned", "缺少专利号")));
        var changed = (await SendAsync(provider, HttpMethod.Put, $"{Listings}/{listing.Id}", new { title = "补上专利号" }, ("If-Match", returned.ETag))).Succeeds();
        Assert.That(ReasonOf(changed), Is.EqualTo("缺少专利号"));
        var again = (await StepAsync(provider, changed, "submit")).Succeeds();
        Assert.That((StateOf(again), ReasonOf(again)), Is.EqualTo(("submitted", (string?)null)));
        (await StepAsync(approver, again, "publish")).IsProblem(428, "if-match-required");
        (await StepAsync(approver, again, "publish", returned.ETag)).IsProblem(412, "revision-changed");
        Assert.That(StateOf(await StepAsync(approver, again, "publish", again.ETag)), Is.EqualTo("published"));
        Assert.That(
            await ListAsync<string>("SELECT Action FROM AuditEntry WHERE SubjectId = @Id ORDER BY Seq", new { listing.Id }),
            Is.EqualTo(new[] { "listing.created", "listing.returned", "listing.revised", "listing.submitted", "listing.published" }));
        Assert.That(await FirstAsync<int>("SELECT COUNT(*) FROM AuditEntry WHERE Details LIKE '%专利%'"), Is.Zero, "words are not in the audit record");
    }

    [Test]
    public async Task Put_PublishedListing_IsTheApproversAlone()
    {
        var listing = await AddAsync(approver, publish: true);
        (await SendAsync(provider, HttpMethod.Put, $"{Listings}/{listing.Id}", new { title = "改头换面" }, ("If-Match", listing.ETag))).IsProblem(409, "approval-before-change");
        var changed = (await SendAsync(approver, HttpMethod.Put, $"{Listings}/{listing.Id}", new { title = "审核人员修改" }, ("If-Match", listing.ETag))).Succeeds();
        var suspended = (await StepAsync(provider, changed, "suspend")).Succeeds();
        (await SendAsync(provider, HttpMethod.Put, $"{Listings}/{listing.Id}", new { title = "暂停后修改" }, ("If-Match", suspended.ETag))).Succeeds();
        Assert.That(StateOf(await StepAsync(provider, suspended, "publish")), Is.EqualTo("submitted"), "not back past the approver");
        (await SendAsync(await ApproverAsync(await OrganisationAsync()), HttpMethod.Post, $"{Listings}/{(await AddAsync(approver, publish: true)).Id}/publish")).IsProblem(403, "not-allowed");
    }

    [Test]
    public async Task SwitchOn_DraftsAndPublishedExist_HoldsFromThenOn()
    {
        var free = await OrganisationAsync();
        var person = await Server.AddPersonAsync(free, Role.Provider);
        var (draft, open) = (await AddAsync(person, false), await AddAsync(person, true));
        (await StepAsync(person, draft, "submit")).IsProblem(409, "approval-not-asked");
        var organisation = (await GetAsync($"{Organisations}/{free}")).Succeeds();
        string Field(string name) => organisation.Json.GetProperty(name).GetString()!;
        var body = new { name = Field("name"), kind = Field("kind"), regionCode = Field("regionCode"), approvesListings = true };
        var on = (await PutAsync($"{Organisations}/{free}", body, ("If-Match", organisation.ETag))).Succeeds();
        Assert.That(on.Json.GetProperty("approvesListings").GetBoolean(), Is.True);
        Assert.That(StateOf(await SendAsync(person, HttpMethod.Get, $"{Listings}/{open.Id}")), Is.EqualTo("published"));
        Assert.That(StateOf(await StepAsync(person, draft, "publish")), Is.EqualTo("submitted"));
        var unsaid = (await PutAsync($"{Organisations}/{free}", new { body.name, body.kind, body.regionCode }, ("If-Match", on.ETag))).Succeeds();
        Assert.That(unsaid.Json.GetProperty("approvesListings").GetBoolean(), Is.True, "a client that does not know of it does not switch it off");
        (await PutAsync($"{Organisations}/{free}", new { body.name, body.kind, body.regionCode, approvesListings = false }, ("If-Match", unsaid.ETag))).Succeeds();
        Assert.That(StateOf(await StepAsync(person, draft, "publish")), Is.EqualTo("published"));
    }

    [Test]
    public async Task Import_ForTheOrganisation_SubmitsAndLeavesThePublishedAsApproved()
    {
        var published = await ImportAsync(approver, "甲");
        Assert.That(published, Is.EqualTo(("published", "甲", 0)));
        Assert.That(await ImportAsync(provider, "乙"), Is.EqualTo(("published", "甲", 1)), "rejected, with what to do");
        Assert.That(await FirstAsync<string>("SELECT Code FROM ImportIssue WHERE JobId IN (SELECT Id FROM ImportJob WHERE PostedBy = @Id) AND Severity = 'error'", provider), Is.EqualTo("approval-before-change"));
        await Server.Database.WriteAsync(s => s.RunAsync("UPDATE Listing SET ExternalRef = 'other' WHERE OrganisationId = @university", new { university }), CancellationToken.None);
        Assert.That(await ImportAsync(provider, "丙"), Is.EqualTo(("submitted", "丙", 0)));
    }

    private async Task<(string? State, string? Title, int Rejected)> ImportAsync(Person person, string title)
    {
        using var form = new MultipartFormDataContent { { new StringContent("listings"), "kind" } };
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"id":"r1","title":"{{title}}"}""" + "\n")), "file", "f.jsonl");
        using var http = person.Client(Server.Address);
        var job = (await Reply.OfAsync(await http.PostAsync("/api/v1/imports", form))).Succeeds(202).Id;
        await Eventually.BecomesAsync(async () => await FirstAsync<string>("SELECT State FROM ImportJob WHERE Id = @job", new { job }) == "done", "the import");
        return (
            await FirstAsync<string>("SELECT State FROM Listing WHERE OrganisationId = @university AND ExternalRef = 'r1'", new { university }),
            await FirstAsync<string>("SELECT Title FROM Listing WHERE OrganisationId = @university AND ExternalRef = 'r1'", new { university }),
            await FirstAsync<int>("SELECT Rejected FROM ImportJob WHERE Id = @job", new { job }));
    }

    private async Task<Person> ApproverAsync(Guid organisationId)
    {
        var person = await Server.AddPersonAsync(organisationId, Role.Provider);
        await Server.Database.WriteAsync(s => s.RunAsync("UPDATE Account SET IsApprover = 1 WHERE Id = @Id", person), CancellationToken.None);
        return person;
    }

    private async Task<Reply> AddAsync(Person person, bool publish) =>
        (await SendAsync(person, HttpMethod.Post, Listings, person.OrganisationId is null ? new { title = "某成果", publish, organisationId = university } : new { title = "某成果", publish })).Succeeds(201);

    private Task<Reply> StepAsync(Person person, Reply listing, string step, string? etag = null) =>
        SendAsync(person, HttpMethod.Post, $"{Listings}/{listing.Id}/{step}", null, etag is null ? [] : [("If-Match", etag)]);

    private static string? StateOf(Reply reply) => reply.Json.GetProperty("state").GetString();

    private static string? ReasonOf(Reply reply) => reply.Json.GetProperty("returnReason").GetString();
}
