using System.Text.Json;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Privacy;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Audit;

namespace TechBroker.IntegrationTests.Audit;

internal sealed class AuditOverHttpTests : PrivacyFixture
{
    private const string Audit = "/api/v1/audit";

    [Test]
    public async Task Search_ByEachCondition_FindsNewestFirstWithTodaysNames()
    {
        var organiser = await PersonAsync(null, Role.Organiser);
        var person = await PersonAsync(null, Role.Seeker);
        (await SendAsync(person, HttpMethod.Get, Audit)).IsProblem(403, "not-allowed");
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await SendAsync(person, HttpMethod.Post, Calls.Needs, new { title = $"需求{i}" })).Succeeds(201).Id);
        }

        var pages = new List<Guid>();
        string? next = null;
        do
        {
            var page = (await SendAsync(organiser, HttpMethod.Get, $"{Audit}?actorId={person.Id}&action=need.&limit=2{(next is null ? "" : $"&cursor={next}")}")).Succeeds();
            pages.AddRange(page.Items.Select(e => e.GetProperty("subjectId").GetGuid()));
            Assert.That(page.Items.Select(e => e.GetProperty("actorName").GetString()), Is.All.EqualTo("Seeker"));
            next = page.Json.GetProperty("next").GetString();
        }
        while (next is not null);
        Assert.That(pages, Is.EqualTo(Enumerable.Reverse(ids)));
        Assert.That((await GetAsync($"{Audit}?subject=need&subjectId={ids[0]}&to=2020-01-01")).Items, Is.Empty);
        Assert.That((await GetAsync($"{Audit}?subject=need&subjectId={ids[0]}&from=2020-01-01T00:00:00Z")).Items, Has.Length.EqualTo(1));
        (await GetAsync($"{Audit}?from=gestern&actorId=x&action=a%20b&cursor=zz")).Breaks("from", "actorId", "action", "cursor");

        (await Server.SendAsync(HttpMethod.Delete, $"{Users}/{person.Id}", new { reason = "left" })).Succeeds(204);
        Assert.That((await GetAsync($"{Audit}?actorId={person.Id}")).Items[0].GetProperty("actorName").GetString(), Is.EqualTo(Pseudonym.Of(person.Id).En));
    }

    [TestCase("csv")]
    [TestCase("jsonl")]
    public async Task Export_Everything_IsChainedToTheHeadThatTheHeaderNames(string format)
    {
        await Server.PostListingAsync("某成果");
        var file = (await GetAsync($"{Audit}/export?format={format}")).Succeeds();
        var lines = file.Text.TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r')).ToList();
        var (previous, hash) = format == "csv"
            ? (lines.Skip(1).Select(l => l.Split(',')[^2]).ToList(), lines.Skip(1).Select(l => l.Split(',')[^1]).ToList())
            : (lines.Select(l => Text(l, "previousHash")).ToList(), lines.Select(l => Text(l, "hash")).ToList());
        var entries = hash.Count - 1;
        Assert.That(previous[0], Is.EqualTo(new string('0', 64)));
        Assert.That(previous.Skip(1).Take(entries - 1), Is.EqualTo(hash.Take(entries - 1)));
        Assert.That(AuditMark.Parse(file.Headers["X-Audit-Head"]), Is.EqualTo(new AuditMark(entries, hash[^1])));
        Assert.That(hash[^2], Is.EqualTo(hash[^1]), "the last record is the head");
        Assert.That(file.Text, Does.Not.Contain("Admin"), "no names");
        var recorded = (await GetAsync($"{Audit}?action=audit.exported&limit=1")).Items[0].GetProperty("details");
        Assert.That((recorded.GetProperty("count").GetInt32(), recorded.GetProperty("format").GetString()), Is.EqualTo((entries, format)));

        static string Text(string line, string name) => JsonElement.Parse(line).TryGetProperty(name, out var value) ? value.GetString()! : "";
    }

    [Test]
    public async Task Export_WithConditions_HasThoseAlone()
    {
        var id = await Server.PostNeedAsync("某需求");
        var file = (await GetAsync($"{Audit}/export?format=jsonl&subjectId={id}")).Succeeds();
        Assert.That(file.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Head_CutOrKeyLost_ShowsToOrganisersAndAtTheNextStart()
    {
        using var files = new Scratch();
        using (var server = await ServerProcess.StartAsync(files.Path("data")))
        {
            using var http = await server.SignInAsync();
            var head = await Reply.OfAsync(await http.GetAsync($"{Audit}/head"));
            Assert.That(head.Json.GetProperty("genuine").GetBoolean(), Is.True, head.Text);
            Assert.That(server.Output, Does.Not.Contain("WARNING: the audit"));
            await server.TerminateAsync();
        }

        await using (var data = DataFolder.Open(files.Path("data")))
        {
            await data.Database.WriteAsync(s => s.RunAsync("DROP TRIGGER TR_AuditEntry_Delete; DELETE FROM AuditEntry WHERE Seq = (SELECT MAX(Seq) FROM AuditEntry)"), CancellationToken.None);
        }

        using (var server = await ServerProcess.StartAsync(files.Path("data")))
        {
            Assert.That(server.Output, Does.Contain("WARNING: the audit record does not verify").And.Contain("was removed"));
            using var http = await server.SignInAsync();
            Assert.That((await Reply.OfAsync(await http.GetAsync("/health/ready"))).Json.GetProperty("audit").GetProperty("status").GetString(), Is.EqualTo("damaged"));
            await server.TerminateAsync();
        }

        File.Delete(Path.Combine(files.Path("data"), "keys", "audit.key"));
        using (var server = await ServerProcess.StartAsync(files.Path("data")))
        {
            Assert.That(server.Output, Does.Contain("The key of the audit record is missing"));
            Assert.That(await server.TerminateAsync(), Is.Zero);
        }
    }
}
