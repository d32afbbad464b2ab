using TechBroker.Domain;
using TechBroker.Domain.Organisations;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>Organisations in the database; two of them never share a credit code.</summary>
public static class OrganisationStore
{
    private const string Columns = "Id, Revision, Name, Kind, CreditCode, RegionCode, Nature, ApprovesListings, CreatedAt, UpdatedAt";

    public static async Task InsertAsync(WriteSession session, Organisation organisation)
    {
        await session.RunAsync(
            $"INSERT INTO Organisation ({Columns}) VALUES (@Id, @Revision, @Name, @Kind, @CreditCode, @RegionCode, @Nature, @ApprovesListings, @CreatedAt, @UpdatedAt)",
            Row.Of(organisation));
        session.Record("organisation.created", "organisation", organisation.Id, new { organisation.Revision, organisation.ApprovesListings });
    }

    public static async Task UpdateAsync(WriteSession session, Organisation organisation)
    {
        await session.RunAsync(
            """
            UPDATE Organisation
               SET Revision = @Revision, Name = @Name, Kind = @Kind, CreditCode = @CreditCode, RegionCode = @RegionCode, Nature = @Nature,
                   ApprovesListings = @ApprovesListings, UpdatedAt = @UpdatedAt
             WHERE Id = @Id
            """,
            Row.Of(organisation));
        session.Record("organisation.changed", "organisation", organisation.Id, new { organisation.Revision, organisation.ApprovesListings });
    }

    public static async Task<Organisation?> FindAsync(SqlSession session, Guid id) =>
        (await session.FirstAsync<Row>($"SELECT {Columns} FROM Organisation WHERE Id = @id", new { id }))?.ToOrganisation();

    public static async Task<Organisation?> FindByCreditCodeAsync(SqlSession session, string creditCode) =>
        (await session.FirstAsync<Row>($"SELECT {Columns} FROM Organisation WHERE CreditCode = @creditCode", new { creditCode }))?.ToOrganisation();

    /// <summary>What they are called; one that is gone has no entry.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(SqlSession session, IEnumerable<Guid> ids)
    {
        var wanted = ids.Distinct().Select(id => id.ToString("D")).ToList();
        return wanted.Count == 0
            ? new Dictionary<Guid, string>()
            : (await session.ListAsync<NameRow>("SELECT Id, Name FROM Organisation WHERE Id IN @wanted", new { wanted })).ToDictionary(r => r.Id, r => r.Name);
    }

    /// <summary>Newest first, from below the given place; with a text only those that have it in their name or credit code.</summary>
    public static async Task<IReadOnlyList<Organisation>> PageAsync(SqlSession session, string? text, DateTimeOffset? before, Guid? beforeId, int limit) =>
        [.. (await session.ListAsync<Row>(
            $"""
            SELECT {Columns} FROM Organisation
             WHERE (@before IS NULL OR CreatedAt < @before OR (CreatedAt = @before AND Id < @beforeId))
               AND (@pattern IS NULL OR Name LIKE @pattern ESCAPE '!' OR CreditCode LIKE @pattern ESCAPE '!')
             ORDER BY CreatedAt DESC, Id DESC{session.Dialect.Limit}
            """,
            new { pattern = text is null ? null : LikePattern.Containing(text), before, beforeId, Limit = limit })).Select(r => r.ToOrganisation())];

    private sealed record NameRow
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }
    }

    private sealed record Row
    {
        public required Guid Id { get; init; }

        public required int Revision { get; init; }

        public required string Name { get; init; }

        public required string Kind { get; init; }

        public string? CreditCode { get; init; }

        public required string RegionCode { get; init; }

        public string? Nature { get; init; }

        public required bool ApprovesListings { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required DateTimeOffset UpdatedAt { get; init; }

        public static Row Of(Organisation o) => new()
        {
            Id = o.Id,
            Revision = o.Revision,
            Name = o.Name,
            Kind = Codes.Of(o.Kind),
            CreditCode = o.CreditCode,
            RegionCode = o.RegionCode,
            Nature = o.Nature,
            ApprovesListings = o.ApprovesListings,
            CreatedAt = o.CreatedAt,
            UpdatedAt = o.UpdatedAt,
        };

        public Organisation ToOrganisation() => new()
        {
            Id = Id,
            Revision = Revision,
            Name = Name,
            Kind = Codes.Parse<OrganisationKind>(Kind),
            CreditCode = CreditCode,
            RegionCode = RegionCode,
            Nature = Nature,
            ApprovesListings = ApprovesListings,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
        };
    }
}
