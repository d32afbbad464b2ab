using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Statistics;

/// <summary>Listings, needs and engagements with their logs, in bulk and straight into the tables; far fewer go on at each stage.</summary>
internal static class MadeEngagements
{
    private static readonly string[] Actions = ["log", "interest", "interest", "introduce", "meet", "negotiate", "sign"];
    private static readonly string[] Reasons = ["price", "maturity", "timing", "foundElsewhere", "unresponsive"];

    public static async Task WriteAsync(Database database, int seed, int engagements, IReadOnlyList<Guid> managers, CancellationToken ct = default)
    {
        var random = new Random(seed);
        var items = Enumerable.Range(0, Math.Max(1, engagements / 5)).Select(_ => (Listing: NextId(random), Need: NextId(random))).ToArray();
        foreach (var some in items.Chunk(5_000))
        {
            await database.WriteAsync(s => ItemsAsync(s, random, some), ct);
        }

        foreach (var some in Enumerable.Range(0, engagements).Chunk(5_000))
        {
            var made = some.Select(i => Engagement(random, items[i % items.Length].Listing, items[(i / items.Length * 7 + i) % items.Length].Need, managers)).ToList();
            await database.WriteAsync(
                async s =>
                {
                    await s.RunAsync(
                        """
                        INSERT INTO Engagement (Id, Revision, ListingId, NeedId, State, ManagerId, LoggedBy, CloseReason, ClosedBySide, CreatedAt, UpdatedAt)
                        VALUES (@Id, @Revision, @Listing, @Need, @State, @Manager, @Manager, @Reason, @Side, @At, @At)
                        """,
                        made.Select(m => m.Row));
                    await s.RunAsync(
                        "INSERT INTO EngagementLog (EngagementId, Seq, At, ActorId, Action, Details) VALUES (@Id, @Seq, @At, @Actor, @Action, @Details)", made.SelectMany(m => m.Log));
                },
                ct);
        }
    }

    private static async Task ItemsAsync(WriteSession session, Random random, (Guid Listing, Guid Need)[] items)
    {
        var text = new string('长', 600);
        await session.RunAsync(
            """
            INSERT INTO Listing (Id, Revision, State, ContentHash, Title, Description, Keywords, Fields, Ip, CooperationModes, Language, CreatedAt, UpdatedAt, ChangeSeq, Matched)
            VALUES (@Id, 1, 'published', '', '成果', @text, '[]', @Fields, '[]', '[]', 'zh', '2021-01-01T00:00:00.0000000Z', '2021-01-01T00:00:00.0000000Z', 0, 1)
            """,
            items.Select(i => new { Id = i.Listing, text, Fields = $"[\"industries:C{random.Next(13, 40)}\"]" }));
        await session.RunAsync(
            """
            INSERT INTO Need (Id, Revision, State, ContentHash, Title, Description, Keywords, Fields, CooperationModes, Visibility, Language, CreatedAt, UpdatedAt, ChangeSeq, Matched)
            VALUES (@Id, 1, 'published', '', '需求', @text, '[]', @Fields, '[]', 'open', 'zh', '2021-01-01T00:00:00.0000000Z', '2021-01-01T00:00:00.0000000Z', 0, 1)
            """,
            items.Select(i => new { Id = i.Need, text, Fields = $"[\"industries:C{random.Next(13, 40)}\"]" }));
        await session.RunAsync(
            """
            INSERT INTO Match (Id, ListingId, NeedId, ListingRevision, NeedRevision, Score, Level, Contributions, EngineVersion, MarketSeq, ScoredAt)
            VALUES (@Id, @Listing, @Need, 1, 1, 0.5, @Level, '[]', '1', 1, '2021-01-01T00:00:00.0000000Z')
            """,
            items.SelectMany((x, i) => Enumerable.Range(0, 5).Select(k => new { Id = NextId(random), items[(i + (k * 31)) % items.Length].Listing, x.Need, Level = random.Next(1, 5) }))
                .DistinctBy(m => (m.Listing, m.Need)));
    }

    private static (object Row, List<object> Log) Engagement(Random random, Guid listing, Guid need, IReadOnlyList<Guid> managers)
    {
        var (id, manager, at, log) = (NextId(random), managers[random.Next(managers.Count)], new DateTimeOffset(2021, 1, 1, 8, 0, 0, TimeSpan.Zero).AddDays(random.Next(5 * 365)), new List<object>());
        var created = at;
        var stages = 1;
        while (stages < Actions.Length && random.Next(4) > 0)
        {
            stages++;
        }

        for (var i = 0; i < stages; i++)
        {
            Add(Actions[i], Actions[i] == "interest" ? $$"""{"side":"{{(i == 1 ? "listing" : "need")}}"}""" : Actions[i] == "log" ? $$"""{"managerId":"{{manager}}"}""" : "{}");
        }

        // Pairs are not unique here, so that all of them are closed.
        var (reason, side) = (random.Next(Reasons.Length), random.Next(3) switch { 0 => "listing", 1 => "need", _ => null });
        Add("close", $$"""{"reason":"{{Reasons[reason]}}"}""");

        return (new { Id = id, Revision = log.Count, Listing = listing, Need = need, State = "closed", Manager = manager, Reason = Reasons[reason], Side = side, At = created }, log);

        void Add(string action, string details)
        {
            log.Add(new { Id = id, Seq = log.Count + 1, At = at, Actor = manager, Action = action, Details = details });
            at = at.AddHours(random.Next(1, 24 * 20));
        }
    }

    private static Guid NextId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
