using TechBroker.Domain;
using TechBroker.Domain.Managers;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Managers;

/// <summary>A manager with their profile and how busy they are.</summary>
public sealed record ManagerView
{
    public required Guid Id { get; init; }

    public required string DisplayName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int? Revision { get; init; }

    public string? Level { get; init; }

    public string? Fields { get; init; }

    public string? Regions { get; init; }

    public string? Languages { get; init; }

    public string? Employer { get; init; }

    public string? Source { get; init; }

    public int? Capacity { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Live engagements, those to be accepted included.</summary>
    public int Live { get; init; }

    /// <summary>To be accepted or passed on.</summary>
    public int Pending { get; init; }

    /// <summary>The desk at which they are now.</summary>
    public string? Desk { get; init; }

    public bool Away { get; init; }

    /// <summary>What stands in for a profile that nobody entered.</summary>
    public ManagerProfile Profile => Revision is not { } revision ? new ManagerProfile { ManagerId = Id } : new ManagerProfile
    {
        ManagerId = Id,
        Revision = revision,
        Level = Codes.Parse<ManagerLevel>(Level!),
        Fields = StoredJson.Read<string[]>(Fields!),
        Regions = StoredJson.Read<string[]>(Regions!),
        Languages = StoredJson.Read<string[]>(Languages!),
        Employer = Employer,
        Source = Source,
        Capacity = Capacity!.Value,
        UpdatedAt = UpdatedAt,
    };
}

/// <summary>What is asked for; null asks for nothing. Also the parameters of the statement.</summary>
public sealed record ManagerFilter
{
    public Guid? Id { get; init; }

    /// <summary>A LIKE pattern for one entry of the list of fields.</summary>
    public string? FieldPattern { get; init; }

    /// <summary>A LIKE pattern for one entry of the list of regions.</summary>
    public string? RegionPattern { get; init; }

    public string? Level { get; init; }

    public bool OnDuty { get; init; }

    public required DateTimeOffset Now { get; init; }

    public DateTimeOffset? Before { get; init; }

    public Guid? BeforeId { get; init; }

    public int Limit { get; init; } = 1;

    /// <summary>Entries of a JSON list that begin with a text.</summary>
    public static string EntryFrom(string text) => LikePattern.Containing(StoredJson.Write(text)[..^1]);
}

/// <summary>Active accounts with the role manager.</summary>
public static class ManagerStore
{
    internal const string IsManager = "a.State = 'active' AND a.Roles LIKE '%\"manager\"%'";

    /// <summary>Newest account first.</summary>
    public static Task<IReadOnlyList<ManagerView>> PageAsync(SqlSession session, ManagerFilter filter) =>
        session.ListAsync<ManagerView>(
            $"""
            SELECT a.Id, a.DisplayName, a.CreatedAt, p.Revision, p.Level, p.Fields, p.Regions, p.Languages, p.Employer, p.Source, p.Capacity, p.UpdatedAt,
                   (SELECT COUNT(*) FROM Engagement e WHERE e.ManagerId = a.Id AND e.State NOT IN ('closed', 'signed')) AS Live,
                   (SELECT COUNT(*) FROM Engagement e WHERE e.ManagerId = a.Id AND e.State NOT IN ('closed', 'signed') AND e.AcceptBy IS NOT NULL) AS Pending,
                   (SELECT MIN(s.Desk) FROM ManagerShift s WHERE s.AccountId = a.Id AND s.StartsAt <= @Now AND s.EndsAt > @Now) AS Desk,
                   CASE WHEN EXISTS (SELECT 1 FROM ManagerAbsence b WHERE b.AccountId = a.Id AND b.StartsAt <= @Now AND b.EndsAt > @Now) THEN 1 ELSE 0 END AS Away
              FROM Account a LEFT JOIN ManagerProfile p ON p.AccountId = a.Id
             WHERE {IsManager} AND (@Id IS NULL OR a.Id = @Id)
               AND (@FieldPattern IS NULL OR p.Fields LIKE @FieldPattern ESCAPE '!') AND (@RegionPattern IS NULL OR p.Regions LIKE @RegionPattern ESCAPE '!')
               AND (@Level IS NULL OR COALESCE(p.Level, 'junior') = @Level)
               AND (@OnDuty = 0 OR (EXISTS (SELECT 1 FROM ManagerShift s WHERE s.AccountId = a.Id AND s.StartsAt <= @Now AND s.EndsAt > @Now)
                    AND NOT EXISTS (SELECT 1 FROM ManagerAbsence b WHERE b.AccountId = a.Id AND b.StartsAt <= @Now AND b.EndsAt > @Now)))
               AND (@Before IS NULL OR a.CreatedAt < @Before OR (a.CreatedAt = @Before AND a.Id < @BeforeId))
             ORDER BY a.CreatedAt DESC, a.Id DESC{session.Dialect.Limit}
            """,
            filter);

    public static async Task<ManagerView?> FindAsync(SqlSession session, Guid id, DateTimeOffset now) =>
        (await PageAsync(session, new ManagerFilter { Id = id, Now = now })) is [var one] ? one : null;

    /// <summary>Whether there is such a manager, for the check of access.</summary>
    public static async Task<bool> ExistsAsync(SqlSession session, Guid id) =>
        await session.FirstAsync<int>($"SELECT COUNT(*) FROM Account a WHERE a.Id = @id AND {IsManager}", new { id }) > 0;

    /// <summary>Replaces the revision before this one, or enters the first.</summary>
    public static async Task SaveAsync(WriteSession session, ManagerProfile profile)
    {
        var row = new
        {
            profile.ManagerId,
            profile.Revision,
            Level = Codes.Of(profile.Level),
            Fields = StoredJson.Write(profile.Fields),
            Regions = StoredJson.Write(profile.Regions),
            Languages = StoredJson.Write(profile.Languages),
            profile.Employer,
            profile.Source,
            profile.Capacity,
            profile.UpdatedAt,
        };
        await session.RunAsync(
            profile.Revision == 1
                ? """
                  INSERT INTO ManagerProfile (AccountId, Revision, Level, Fields, Regions, Languages, Employer, Source, Capacity, UpdatedAt)
                  VALUES (@ManagerId, @Revision, @Level, @Fields, @Regions, @Languages, @Employer, @Source, @Capacity, @UpdatedAt)
                  """
                : """
                  UPDATE ManagerProfile
                     SET Revision = @Revision, Level = @Level, Fields = @Fields, Regions = @Regions, Languages = @Languages, Employer = @Employer,
                         Source = @Source, Capacity = @Capacity, UpdatedAt = @UpdatedAt
                   WHERE AccountId = @ManagerId AND Revision = @Revision - 1
                  """,
            row);
        session.Record("manager.profile", "manager", profile.ManagerId, new { profile.Revision, row.Level, profile.Capacity });
    }
}
