using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Managers;
using TechBroker.Storage.Managers;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Engagements;

/// <summary>A pair that may become an engagement by the program.</summary>
public sealed record ProposablePair
{
    public required Guid ListingId { get; init; }

    public required Guid NeedId { get; init; }

    public required double Score { get; init; }
}

/// <summary>What the dispatcher goes by: pairs to propose, engagements that want a manager, and the managers.</summary>
public static class DispatchStore
{
    // What the program proposed and nobody has agreed on yet.
    private const string Proposals = "SELECT COUNT(*) FROM Engagement e JOIN Need x ON x.Id = e.NeedId WHERE e.LoggedBy IS NULL AND e.State IN ('proposed', 'interested')";

    // A listing's places for hidden needs are others than those for open ones: a full one would otherwise tell its owner of needs that they may not see.
    private const string SameKind = "CASE WHEN x.Visibility = 'open' THEN 1 ELSE 0 END = CASE WHEN n.Visibility = 'open' THEN 1 ELSE 0 END";

    private const string Proposable = $"""
          FROM Match m
          JOIN Listing l ON l.Id = m.ListingId AND l.State = 'published' AND l.Matched = 1
          JOIN Need n ON n.Id = m.NeedId AND n.State = 'published' AND n.Matched = 1
         WHERE NOT EXISTS (SELECT 1 FROM Engagement e WHERE e.ListingId = m.ListingId AND e.NeedId = m.NeedId)
           AND ({Proposals} AND e.NeedId = m.NeedId) < @perNeed
           AND ({Proposals} AND e.ListingId = m.ListingId AND {SameKind}) < @perListing
        """;

    private const string WasDispatched = "EXISTS (SELECT 1 FROM EngagementLog g WHERE g.EngagementId = e.Id AND g.Action = 'dispatch')";

    /// <summary>Null where the match is too weak, an end is closed or full, or the pair has or had an engagement.</summary>
    public static Task<ProposablePair?> ProposableAsync(SqlSession session, Guid listingId, Guid needId, int minLevel, ProposalLimits limits) =>
        session.FirstAsync<ProposablePair>(
            $"""
            SELECT m.ListingId, m.NeedId, m.Score
            {Proposable}
               AND m.ListingId = @listingId AND m.NeedId = @needId AND m.Level >= @minLevel
            """,
            new { listingId, needId, minLevel, perNeed = limits.PerNeed, perListing = limits.PerListing });

    /// <summary>Engagements that wait for a manager, and those whose manager has not taken them on in time or cannot any more; oldest first.</summary>
    public static async Task<IReadOnlyList<Guid>> DueAsync(SqlSession session, DateTimeOffset now, int limit)
    {
        var lost = await session.ListAsync<Guid>(
            $"""
            SELECT e.Id FROM Engagement e
             WHERE e.AcceptBy IS NOT NULL AND e.ManagerId IS NOT NULL AND e.State NOT IN ('closed', 'signed')
               AND (e.AcceptBy <= @now OR e.FrozenFor IS NOT NULL
                    OR NOT EXISTS (SELECT 1 FROM Account a WHERE a.Id = e.ManagerId AND {ManagerStore.IsManager})
                    OR EXISTS (SELECT 1 FROM ManagerAbsence b WHERE b.AccountId = e.ManagerId AND b.StartsAt <= @now AND b.EndsAt > @now))
             ORDER BY e.AcceptBy, e.Id{session.Dialect.Limit}
            """,
            new { now, Limit = limit });
        var waiting = await session.ListAsync<Guid>(
            $"""
            SELECT e.Id FROM Engagement e
             WHERE e.ManagerId IS NULL AND e.LoggedBy IS NULL AND e.State <> 'closed' AND e.State <> 'signed'
               AND NOT EXISTS (SELECT 1 FROM DispatchEscalation d WHERE d.EngagementId = e.Id)
             ORDER BY e.CreatedAt, e.Id{session.Dialect.Limit}
            """,
            new { Limit = limit });

        // Begun by a side: the program owes it the manager that it once gave, and gives it one once both sides want to be introduced.
        var owed = await session.ListAsync<Guid>(
            $"""
            SELECT e.Id FROM Engagement e
             WHERE e.ManagerId IS NULL AND e.LoggedBy IS NOT NULL AND e.State <> 'closed' AND e.State <> 'signed' AND (e.State = 'mutual' OR {WasDispatched})
               AND NOT EXISTS (SELECT 1 FROM DispatchEscalation d WHERE d.EngagementId = e.Id)
             ORDER BY e.CreatedAt, e.Id{session.Dialect.Limit}
            """,
            new { Limit = limit });
        return [.. lost.Concat(owed).Concat(waiting).Take(limit)];
    }

    /// <summary>
    /// Pairs on the market that may become engagements and have not: a match that grew after it was first told, and one that had no place then.
    /// Needs that have no proposal come first, so that a listing's last places go to those who would otherwise have nothing; among equals the
    /// best first.
    /// </summary>
    public static Task<IReadOnlyList<ProposablePair>> MissedAsync(SqlSession session, int minLevel, ProposalLimits limits, int limit) =>
        session.ListAsync<ProposablePair>(
            $"""
            SELECT m.ListingId, m.NeedId, m.Score
            {Proposable}
               AND m.Level {(minLevel == 4 ? "= 4" : ">= @minLevel")} AND m.ProposedAt IS NOT NULL
               AND (l.OrganisationId IS NULL OR n.OrganisationId IS NULL OR l.OrganisationId <> n.OrganisationId)
             ORDER BY CASE WHEN ({Proposals} AND e.NeedId = m.NeedId) = 0 THEN 0 ELSE 1 END, m.Score DESC, m.ListingId, m.NeedId{session.Dialect.Limit}
            """,
            new { minLevel, perNeed = limits.PerNeed, perListing = limits.PerListing, Limit = limit });

    /// <summary>Every manager with what they can do, how much they have, and whom they may not broker for.</summary>
    public static async Task<IReadOnlyList<DispatchManager>> RosterAsync(SqlSession session, DateTimeOffset now)
    {
        var managers = await session.ListAsync<ManagerRow>(
            $"""
            SELECT a.Id, a.OrganisationId, o.CreditCode, p.Fields, p.Regions, p.Capacity,
                   CASE WHEN EXISTS (SELECT 1 FROM ManagerAbsence b WHERE b.AccountId = a.Id AND b.StartsAt <= @now AND b.EndsAt > @now) THEN 1 ELSE 0 END AS Away
              FROM Account a LEFT JOIN ManagerProfile p ON p.AccountId = a.Id LEFT JOIN Organisation o ON o.Id = a.OrganisationId
             WHERE {ManagerStore.IsManager}
            """,
            new { now });
        if (managers.Count == 0)
        {
            return [];
        }

        var counts = (await session.ListAsync<CountRow>("SELECT ManagerId, State, COUNT(*) AS Number FROM Engagement WHERE ManagerId IS NOT NULL GROUP BY ManagerId, State"))
            .ToLookup(c => c.ManagerId);
        var ties = (await session.ListAsync<TieRow>("SELECT AccountId, OrganisationId, Kind FROM ConflictDeclaration WHERE WithdrawnAt IS NULL"))
            .ToLookup(t => t.AccountId, t => new DeclaredTie(t.OrganisationId, Codes.Parse<DeclarationKind>(t.Kind)));
        return [.. managers.Select(m => m.ToManager([.. ties[m.Id]], [.. counts[m.Id]]))];
    }

    /// <summary>What engagements are about and who has refused them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, DispatchFacts>> FactsAsync(SqlSession session, IReadOnlyList<Guid> ids)
    {
        var texts = ids.Select(id => id.ToString("D")).ToList();
        var refusals = (await session.ListAsync<RefusalRow>("SELECT EngagementId, ManagerId, Kind FROM DispatchRefusal WHERE EngagementId IN @texts", new { texts }))
            .ToLookup(r => r.EngagementId);
        var rows = await session.ListAsync<FactsRow>(
            $"""
            SELECT e.Id, l.Fields AS ListingFields, n.Fields AS NeedFields, l.RegionCode AS ListingRegion, n.RegionCode AS NeedRegion,
                   l.OrganisationId AS ListingOrganisationId, lo.CreditCode AS ListingCreditCode,
                   n.OrganisationId AS NeedOrganisationId, nd.CreditCode AS NeedCreditCode,
                   COALESCE((SELECT MAX(m.Level) FROM Match m WHERE m.ListingId = e.ListingId AND m.NeedId = e.NeedId), 1) AS Level,
                   (SELECT COUNT(*) FROM DispatchEscalation d WHERE d.EngagementId = e.Id) AS Escalations,
                   CASE WHEN {WasDispatched} THEN 1 ELSE 0 END AS WasDispatched
              FROM Engagement e JOIN Listing l ON l.Id = e.ListingId JOIN Need n ON n.Id = e.NeedId
              LEFT JOIN Organisation lo ON lo.Id = l.OrganisationId LEFT JOIN Organisation nd ON nd.Id = n.OrganisationId
             WHERE e.Id IN @texts
            """,
            new { texts });
        return rows.ToDictionary(r => r.Id, r => r.ToFacts([.. refusals[r.Id]]));
    }

    /// <param name="session">In which the engagement leaves the manager.</param>
    /// <param name="engagementId">What was dispatched.</param>
    /// <param name="managerId">Who gets it never again from the program.</param>
    /// <param name="kind">pass or lapse.</param>
    /// <param name="now">When.</param>
    public static Task RefusedAsync(WriteSession session, Guid engagementId, Guid managerId, string kind, DateTimeOffset now) => session.RunAsync(
        """
        INSERT INTO DispatchRefusal (EngagementId, ManagerId, Kind, At)
        SELECT @engagementId, @managerId, @kind, @now
         WHERE NOT EXISTS (SELECT 1 FROM DispatchRefusal WHERE EngagementId = @engagementId AND ManagerId = @managerId)
        """,
        new { engagementId, managerId, kind, now });

    /// <summary>The organisers hear of it; nobody else does.</summary>
    public static async Task EscalateAsync(WriteSession session, Guid engagementId, string because, DateTimeOffset now)
    {
        var added = await session.RunAsync(
            """
            INSERT INTO DispatchEscalation (EngagementId, At)
            SELECT @engagementId, @now WHERE NOT EXISTS (SELECT 1 FROM DispatchEscalation WHERE EngagementId = @engagementId)
            """,
            new { engagementId, now });
        if (added > 0)
        {
            session.Record("engagement.escalated", "engagement", engagementId, new { because });
            session.Tell("engagementEscalated", new { engagementId }, now);
            await session.PublishAsync(new EngagementEscalated { EngagementId = engagementId, At = now }, now);
        }
    }

    /// <summary>The program has given up on it and nobody runs it.</summary>
    public static async Task<bool> IsEscalatedAsync(SqlSession session, Guid engagementId) =>
        await session.FirstAsync<int>(
            "SELECT COUNT(*) FROM DispatchEscalation d JOIN Engagement e ON e.Id = d.EngagementId WHERE e.Id = @engagementId AND e.ManagerId IS NULL AND e.State <> 'closed'",
            new { engagementId }) > 0;

    private sealed record ManagerRow
    {
        public required Guid Id { get; init; }

        public Guid? OrganisationId { get; init; }

        public string? CreditCode { get; init; }

        public string? Fields { get; init; }

        public string? Regions { get; init; }

        public int? Capacity { get; init; }

        public required bool Away { get; init; }

        public DispatchManager ToManager(IReadOnlyList<DeclaredTie> ties, IReadOnlyList<CountRow> counts) => new()
        {
            Person = new PersonFacts(Id, OrganisationId, CreditCode, ties),
            Fields = Fields is null ? [] : StoredJson.Read<string[]>(Fields),
            Regions = Regions is null ? [] : StoredJson.Read<string[]>(Regions),
            Capacity = Capacity ?? ManagerProfile.UsualCapacity,
            Live = counts.Where(c => c.State is not ("closed" or "signed")).Sum(c => c.Number),
            Signed = counts.Where(c => c.State == "signed").Sum(c => c.Number),
            Finished = counts.Where(c => c.State is "closed" or "signed").Sum(c => c.Number),
            IsAway = Away,
        };
    }

    private sealed record CountRow
    {
        public required Guid ManagerId { get; init; }

        public required string State { get; init; }

        public required int Number { get; init; }
    }

    private sealed record TieRow
    {
        public required Guid AccountId { get; init; }

        public required Guid OrganisationId { get; init; }

        public required string Kind { get; init; }
    }

    private sealed record RefusalRow
    {
        public required Guid EngagementId { get; init; }

        public required Guid ManagerId { get; init; }

        public required string Kind { get; init; }
    }

    private sealed record FactsRow
    {
        public required Guid Id { get; init; }

        public required string ListingFields { get; init; }

        public required string NeedFields { get; init; }

        public string? ListingRegion { get; init; }

        public string? NeedRegion { get; init; }

        public Guid? ListingOrganisationId { get; init; }

        public string? ListingCreditCode { get; init; }

        public Guid? NeedOrganisationId { get; init; }

        public string? NeedCreditCode { get; init; }

        public required int Level { get; init; }

        public required int Escalations { get; init; }

        public required bool WasDispatched { get; init; }

        public DispatchFacts ToFacts(IReadOnlyList<RefusalRow> refusals) => new(
            new DispatchProposal
            {
                Id = Id,
                Fields = [.. StoredJson.Read<string[]>(ListingFields).Concat(StoredJson.Read<string[]>(NeedFields)).Distinct(StringComparer.OrdinalIgnoreCase)],
                ListingRegion = ListingRegion,
                NeedRegion = NeedRegion,
                Level = Level,
                Listing = new SideFacts(ListingOrganisationId, ListingCreditCode),
                Need = new SideFacts(NeedOrganisationId, NeedCreditCode),
                Excluded = [.. refusals.Select(r => r.ManagerId)],
            },
            refusals.Count(r => r.Kind == "lapse"),
            Escalations > 0,
            WasDispatched);
    }
}

/// <summary>A proposal, how often it has lapsed, whether the organisers have it, and whether it ever had a manager from the program.</summary>
public sealed record DispatchFacts(DispatchProposal Proposal, int Lapses, bool Escalated, bool WasDispatched);
