using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Imports.Support;
using TechBroker.IntegrationTests.Support;
using static TechBroker.IntegrationTests.Imports.Support.Uploads;

namespace TechBroker.IntegrationTests.Imports;

/// <summary>The same table is sent every month: what is known stays as it is, what changed makes one revision.</summary>
internal sealed class RepeatedImportTests
{
    private const string Table = "编号,标题,摘要\nR-1,超导磁体,旧\nR-2,光场显示,旧\n,没有编号的成果,旧\n";

    [Test]
    public async Task Import_Again_LeavesNoTrace()
    {
        await using var server = await TestServer.StartAsync(s => s.Workers.Enabled = false);
        (await server.ImportAsync("listings", Table)).Counts(created: 3);
        var before = await Footprint.OfAsync(server);
        var tags = await TagsAsync(server);

        (await server.ImportAsync("listings", Table)).Counts(unchanged: 3);
        (await server.ImportAsync("listings", Table.Replace(',', '\t'))).Counts(unchanged: 3);

        Assert.That(await Footprint.OfAsync(server), Is.EqualTo(before));
        Assert.That(await TagsAsync(server), Is.EqualTo(tags));
        Assert.That((before.Items, before.Revisions, before.Messages), Is.EqualTo((3, 3, 3)));
    }

    [Test]
    public async Task Import_WithOneRowChanged_MakesOneRevisionAndOneMessage()
    {
        await using var server = await TestServer.StartAsync(s => s.Workers.Enabled = false);
        await server.ImportAsync("listings", Table);
        var before = await Footprint.OfAsync(server);

        (await server.ImportAsync("listings", Table.Replace("光场显示,旧", "光场显示,新", StringComparison.Ordinal))).Counts(updated: 1, unchanged: 2);

        Assert.That(
            await Footprint.OfAsync(server),
            Is.EqualTo(before with { Changes = before.Changes + 1, Revisions = before.Revisions + 1, Messages = before.Messages + 1 }));
        var listing = (await server.GetAsync(Calls.Listings)).GetProperty("items").EnumerateArray().Single(i => i.GetProperty("externalRef").GetString() == "R-2");
        Assert.That((listing.GetProperty("revision").GetInt32(), listing.GetProperty("summary").GetString()), Is.EqualTo((2, "新")));
    }

    [Test]
    public async Task Import_WithOneRowChanged_IsScoredAnew()
    {
        await using var server = await TestServer.StartAsync();
        (await server.ImportAsync("needs", "编号,标题\nN-1,高温超导磁体绕制\n")).Counts(created: 1);
        (await server.ImportAsync("listings", "编号,标题\nL-1,高温超导磁体绕制\nL-2,牛奶冷链运输\n")).Counts(created: 2);
        await server.DrainAsync();
        var need = (await server.GetAsync(Calls.Needs)).GetProperty("items")[0].GetProperty("id").GetGuid();
        Assert.That(await BestAsync(), Is.EqualTo("L-1"));

        (await server.ImportAsync("listings", "编号,标题\nL-1,牛奶冷链运输\nL-2,高温超导磁体绕制\n")).Counts(updated: 2);
        await server.DrainAsync();

        Assert.That(await BestAsync(), Is.EqualTo("L-2"));

        async Task<string?> BestAsync()
        {
            var best = (await server.GetAsync($"{Calls.Needs}/{need}/matches")).GetProperty("items")[0].GetProperty("listingId").GetGuid();
            return (await server.GetAsync($"{Calls.Listings}/{best}")).GetProperty("externalRef").GetString();
        }
    }

    [Test]
    public async Task Import_OfAWithdrawnListing_RejectsTheChangedRowWithAReason()
    {
        await using var server = await TestServer.StartAsync(s => s.Workers.Enabled = false);
        await server.ImportAsync("listings", Table);
        var listing = (await server.GetAsync(Calls.Listings)).GetProperty("items").EnumerateArray().Single(i => i.GetProperty("externalRef").GetString() == "R-1");
        await server.PostAsync($"{Calls.Listings}/{listing.GetProperty("id").GetGuid()}/withdraw", new { });
        var before = await Footprint.OfAsync(server);

        var job = (await server.ImportAsync("listings", Table.Replace("超导磁体,旧", "超导磁体,新", StringComparison.Ordinal))).Counts(unchanged: 2, rejected: 1);

        Assert.That((job.Error(2).Code, job.Error(2).Column), Is.EqualTo(("listing-wrong-state", null as string)));
        Assert.That(job.Error(2).Message, Does.Contain("withdrawn"));
        Assert.That(job.Error(2).Remedy, Is.Not.Empty);
        Assert.That(await Footprint.OfAsync(server), Is.EqualTo(before));
        (await server.ImportAsync("listings", Table)).Counts(unchanged: 3);
    }

    [Test]
    public async Task Import_WithPublishFalse_KeepsDraftsAndTheColumnDecidesForItsRow()
    {
        await using var server = await TestServer.StartAsync(s => s.Workers.Enabled = false);

        (await server.ImportAsync("needs", "编号,标题,是否发布\nD-1,草稿的需求,\nD-2,发布的需求,是\n", ("publish", "false"))).Counts(created: 2);

        var states = (await server.GetAsync(Calls.Needs)).GetProperty("items").EnumerateArray().ToDictionary(i => i.GetProperty("externalRef").GetString()!, i => i.GetProperty("state").GetString());
        Assert.That(states, Is.EqualTo(new Dictionary<string, string> { ["D-1"] = "draft", ["D-2"] = "published" }));
        Assert.That((await Footprint.OfAsync(server)).Messages, Is.EqualTo(1));

        (await server.ImportAsync("needs", "编号,标题\nD-1,改过的草稿\n", ("publish", "false"))).Counts(updated: 1);
        Assert.That((await Footprint.OfAsync(server)).Messages, Is.EqualTo(1), "a draft is nobody's news");
    }

    [Test]
    public async Task Import_DryRun_CountsWhatItWouldDoAndWritesNothing()
    {
        await using var server = await TestServer.StartAsync(s => s.Workers.Enabled = false);
        await server.ImportAsync("listings", Table);
        var before = await Footprint.OfAsync(server);
        const string Next = "编号,标题,摘要,成熟度\nR-1,超导磁体,旧,\nR-2,光场显示,新,\nR-3,新的成果,,6\nR-4,坏的成果,,60\n";

        var dry = (await server.ImportAsync("listings", Next, ("dryRun", "true"))).Counts(created: 1, updated: 1, unchanged: 1, rejected: 1);

        Assert.That(dry.DryRun, Is.True);
        Assert.That(dry.Error(5).Column, Is.EqualTo("成熟度"));
        Assert.That((await server.SendAsync(HttpMethod.Get, dry.RejectedFile!)).Succeeds().Text, Does.Contain("坏的成果"));
        Assert.That(await Footprint.OfAsync(server), Is.EqualTo(before));
        (await server.ImportAsync("listings", Next)).Counts(created: 1, updated: 1, unchanged: 1, rejected: 1);
    }

    private static async Task<List<(string?, string)>> TagsAsync(TestServer server)
    {
        var tags = new List<(string?, string)>();
        foreach (var id in await server.AllIdsAsync(Calls.Listings, 50))
        {
            var reply = await server.SendAsync(HttpMethod.Get, $"{Calls.Listings}/{id}");
            tags.Add((reply.Text, reply.ETag));
        }

        return tags;
    }
}
