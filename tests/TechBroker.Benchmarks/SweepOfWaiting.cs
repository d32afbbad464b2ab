using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Managers;
using TechBroker.Storage;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Leases;
using TechBroker.Storage.Managers;
using TechBroker.Storage.Sql;
using TechBroker.UnitTests.Managers;
using TechBroker.Workers.Dispatch;

namespace TechBroker.Benchmarks;

/// <summary>The worker's sweep of proposals that wait, on a real database: found, planned, written with their log, audit entries and messages.</summary>
internal static class SweepOfWaiting
{
    private const int AtOnce = 500;

    public static async Task RunAsync(int proposalCount, int managerCount)
    {
        var folder = Directory.CreateTempSubdirectory("techbroker-bench-").FullName;
        try
        {
            var dialect = new SqliteDialect(Path.Combine(folder, "techbroker.db"));
            await new Migrator(dialect).RunAsync(CancellationToken.None);
            await using var database = new Database(dialect, new CommitSignal(), AuditKey.InFolder(folder));
            var market = new GeneratedManagers(seed: 1);
            var managers = market.Managers(managerCount);
            var proposals = market.Proposals(proposalCount);
            await PeopleAsync(database, managers, proposals);
            foreach (var some in proposals.Chunk(AtOnce))
            {
                await database.WriteAsync(s => WaitingAsync(s, some), CancellationToken.None);
            }

            var run = new DispatchRun(database, new DispatchOptions(), TimeProvider.System, NullLogger<DispatchRun>.Instance);
            var (given, seconds) = await SweepAsync(database, run);
            var (_, idle) = await SweepAsync(database, run);
            Console.WriteLine("\n## The sweep on a database\n");
            Measure.PrintMachine();
            Measure.Print($"\n{proposalCount:N0} proposals that wait, {managerCount:N0} managers, SQLite with {Measure.FsyncsPerSecond(folder):N0} durable writes of 4 KB a second; one sweep of `techbroker serve`.\n");
            Console.WriteLine("| | seconds | given |\n|---|---|---|");
            Measure.Print($"| all wait | {seconds:0.00} | {given:N0} |");
            Measure.Print($"| nothing waits | {idle:0.000} | 0 |");
            await database.WriteAsync(s => s.RunAsync("UPDATE ManagerProfile SET Capacity = 1"), CancellationToken.None);
            var more = market.Proposals(proposalCount);
            await ItemsAsync(database, more);
            foreach (var some in more.Chunk(AtOnce))
            {
                await database.WriteAsync(s => WaitingAsync(s, some), CancellationToken.None);
            }

            var (none, full) = await SweepAsync(database, run);
            Measure.Print($"| as many wait, and nobody has room | {full:0.00} | {none:N0} |");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int Given, double Seconds)> SweepAsync(Database database, DispatchRun run)
    {
        await using var lease = await HeldLease.TryTakeAsync(database, TimeProvider.System, "benchmark", TimeSpan.FromMinutes(1), CancellationToken.None);
        var start = Stopwatch.GetTimestamp();
        return (await run.SweepAsync(lease!, CancellationToken.None), Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static async Task PeopleAsync(Database database, IReadOnlyList<DispatchManager> managers, IReadOnlyList<DispatchProposal> proposals)
    {
        var organisations = proposals.SelectMany(p => new[] { p.Listing.OrganisationId, p.Need.OrganisationId })
            .Concat(managers.SelectMany(m => m.Person.Declared.Select(d => (Guid?)d.OrganisationId).Append(m.Person.OrganisationId))).OfType<Guid>().Distinct();
        var at = DateTimeOffset.UtcNow;
        await database.WriteAsync(
            async s =>
            {
                await s.RunAsync(
                    "INSERT INTO Organisation (Id, Revision, Name, Kind, RegionCode, CreatedAt, UpdatedAt) VALUES (@Id, 1, @Name, 'enterprise', '110000', @at, @at)",
                    organisations.Select(id => new { Id = id, Name = id.ToString("D"), at }));
                await s.RunAsync(
                    """
                    INSERT INTO Account (Id, Revision, Email, NormalizedEmail, DisplayName, SecurityStamp, Roles, OrganisationId, IsApprover, State, FailedSignIns, SecondFactor, LastTotpStep, MatchingObjected, CreatedAt, UpdatedAt)
                    VALUES (@Id, 1, @Email, @Email, 'manager', '', '["manager"]', @OrganisationId, 0, 'active', 0, 0, 0, 0, @at, @at)
                    """,
                    managers.Select(m => new { m.Id, Email = $"{m.Id:N}@example.com", m.Person.OrganisationId, at }));
                await s.RunAsync(
                    "INSERT INTO ManagerProfile (AccountId, Revision, Level, Fields, Regions, Languages, Capacity, UpdatedAt) VALUES (@Id, 1, 'junior', @Fields, @Regions, '[]', @Capacity, @at)",
                    managers.Select(m => new { m.Id, Fields = StoredJson.Write(m.Fields), Regions = StoredJson.Write(m.Regions), m.Capacity, at }));
                await s.RunAsync(
                    "INSERT INTO ConflictDeclaration (Id, AccountId, OrganisationId, Kind, DeclaredAt) VALUES (@Id, @AccountId, @OrganisationId, @Kind, @at)",
                    managers.SelectMany(m => m.Person.Declared.Select(d => new { Id = Guid.NewGuid(), AccountId = m.Id, d.OrganisationId, Kind = Codes.Of(d.Kind), at })));
            },
            CancellationToken.None);
        await ItemsAsync(database, proposals);
    }

    // A listing and a need for each proposal, which have its id.
    private static Task ItemsAsync(Database database, IReadOnlyList<DispatchProposal> proposals) => database.WriteAsync(
        async s =>
        {
            var (at, text) = (DateTimeOffset.UtcNow, new string('长', 600));
            await s.RunAsync(
                """
                INSERT INTO Listing (Id, Revision, State, OrganisationId, ContentHash, Title, Description, Keywords, Fields, Ip, CooperationModes, RegionCode, Language, CreatedAt, UpdatedAt, ChangeSeq, Matched)
                VALUES (@Id, 1, 'published', @OrganisationId, '', '成果', @text, '[]', @Fields, '[]', '[]', @ListingRegion, 'zh', @at, @at, 0, 1)
                """,
                proposals.Select(p => new { p.Id, p.Listing.OrganisationId, text, Fields = StoredJson.Write(p.Fields), p.ListingRegion, at }));
            await s.RunAsync(
                """
                INSERT INTO Need (Id, Revision, State, OrganisationId, ContentHash, Title, Description, Keywords, Fields, CooperationModes, RegionCode, Visibility, Language, CreatedAt, UpdatedAt, ChangeSeq, Matched)
                VALUES (@Id, 1, 'published', @OrganisationId, '', '需求', @text, '[]', '[]', '[]', @NeedRegion, 'open', 'zh', @at, @at, 0, 1)
                """,
                proposals.Select(p => new { p.Id, p.Need.OrganisationId, text, p.NeedRegion, at }));
            await s.RunAsync(
                """
                INSERT INTO Match (Id, ListingId, NeedId, ListingRevision, NeedRevision, Score, Level, Contributions, EngineVersion, MarketSeq, ScoredAt, ProposedAt)
                VALUES (@Id, @Id, @Id, 1, 1, 0.9, @Level, '[]', '1', 1, @at, @at)
                """,
                proposals.Select(p => new { p.Id, p.Level, at }));
        },
        CancellationToken.None);

    private static async Task WaitingAsync(WriteSession session, IEnumerable<DispatchProposal> proposals)
    {
        var at = DateTimeOffset.UtcNow;
        foreach (var proposal in proposals)
        {
            var engagement = new Engagement
            {
                Id = proposal.Id,
                Revision = 1,
                ListingId = proposal.Id,
                NeedId = proposal.Id,
                State = EngagementState.Proposed,
                CreatedAt = at,
                UpdatedAt = at,
            };
            await EngagementStore.InsertAsync(session, engagement, new(EngagementAction.Log, null, EngagementDetails.None));
        }
    }
}
