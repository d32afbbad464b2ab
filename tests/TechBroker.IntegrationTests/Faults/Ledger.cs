using System.Collections.Concurrent;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Audit;

namespace TechBroker.IntegrationTests.Faults;

/// <summary>
/// What was answered with 2xx, against what is there in the end. Even numbers are listings, odd ones needs; 2n and 2n+1 share their one
/// word, so that each pair has to be matched, once, whatever happened in between.
/// </summary>
internal sealed class Ledger
{
    /// <summary>Ids by number.</summary>
    public ConcurrentDictionary<int, Guid> Acknowledged { get; } = [];

    public static string TitleOf(int number) => Words.Unique(number / 2);

    /// <summary>Compares with the database, when everything has come to rest.</summary>
    public async Task<Verdict> JudgeAsync(string dataDirectory)
    {
        await using var folder = DataFolder.Open(dataDirectory);
        var verdict = new Verdict { Posts = Acknowledged.Count };
        await JudgeItemsAsync(folder, verdict);
        await JudgePairsAsync(folder, verdict);
        await JudgeRestAsync(folder, verdict);
        return verdict;
    }

    private async Task JudgeItemsAsync(DataFolder folder, Verdict verdict)
    {
        var stored = (await folder.ListAsync<Item>("SELECT Id, Title FROM Listing UNION ALL SELECT Id, Title FROM Need")).ToDictionary(i => i.Id, i => i.Title);
        verdict.Lost.AddRange(Acknowledged.Where(a => stored.GetValueOrDefault(a.Value) != TitleOf(a.Key)).Select(a => $"post {a.Key} ({a.Value}) was acknowledged and is not there"));

        // A title stands once among the listings and once among the needs.
        foreach (var table in new[] { "Listing", "Need" })
        {
            verdict.Doubled.AddRange((await folder.ListAsync<string>($"SELECT Title FROM {table} GROUP BY Title HAVING COUNT(*) > 1")).Select(t => $"{table} {t} was stored twice"));
        }

        var created = await folder.ListAsync<Guid>("SELECT SubjectId FROM AuditEntry WHERE Action IN ('listing.created', 'need.created')");
        verdict.Lost.AddRange(Acknowledged.Values.Except(created).Select(id => $"{id} has no entry in the audit record"));
        verdict.Doubled.AddRange(created.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => $"{g.Key} has {g.Count()} entries of its creation"));
        var audit = await folder.Database.SnapshotAsync(s => AuditChain.VerifyAsync(s, AuditKey.InFolder(folder.Path), null, CancellationToken.None), CancellationToken.None);
        verdict.Lost.AddRange(audit.Faults.Select(f => $"audit record: {f.Message.En}"));
    }

    private async Task JudgePairsAsync(DataFolder folder, Verdict verdict)
    {
        var expected = Acknowledged.Where(a => a.Key % 2 == 0 && Acknowledged.ContainsKey(a.Key + 1)).Select(a => (a.Value, Acknowledged[a.Key + 1])).ToHashSet();
        var found = (await folder.ListAsync<Pair>("SELECT ListingId, NeedId FROM Match")).Select(p => (p.ListingId, p.NeedId)).ToList();
        verdict.Pairs = expected.Count;
        verdict.Lost.AddRange(expected.Except(found).Select(p => $"pair {p.Item1} {p.Item2} was not found"));
        verdict.Doubled.AddRange(found.GroupBy(p => p).Where(g => g.Count() > 1).Select(g => $"pair {g.Key} is stored {g.Count()} times"));

        // What is told and what people are asked to do: once for each pair, too.
        foreach (var (what, sql) in new[]
        {
            ("was proposed", "SELECT Body FROM Event WHERE Kind = 'matchProposed' GROUP BY Body HAVING COUNT(*) > 1"),
            ("has several engagements", "SELECT ListingId || ' ' || NeedId FROM Engagement GROUP BY ListingId, NeedId HAVING COUNT(*) > 1"),
        })
        {
            verdict.Doubled.AddRange((await folder.ListAsync<string>(sql)).Select(body => $"{what}: {body}"));
        }
    }

    private static async Task JudgeRestAsync(DataFolder folder, Verdict verdict)
    {
        verdict.Stuck.AddRange((await folder.ListAsync<string>("SELECT Type || ' ' || MessageId FROM Outbox")).Select(row => $"outbox: {row}"));
        verdict.Parked.AddRange(await folder.ListAsync<string>("SELECT Type || ' ' || MessageId || ' ' || Reason FROM ParkedMessage"));
        verdict.Lost.AddRange((await folder.ListAsync<string>("PRAGMA integrity_check")).Where(line => line != "ok").Select(line => $"database: {line}"));
    }

    private sealed record Item
    {
        public required Guid Id { get; init; }

        public required string Title { get; init; }
    }

    private sealed record Pair
    {
        public required Guid ListingId { get; init; }

        public required Guid NeedId { get; init; }
    }
}
