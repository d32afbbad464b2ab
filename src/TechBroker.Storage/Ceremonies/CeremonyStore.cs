using TechBroker.Domain.Ceremonies;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Ceremonies;

/// <summary>Signing ceremonies, and what of contracts was signed at them.</summary>
public static class CeremonyStore
{
    private const string Columns = "Id, Title, HeldOn, Place, OrganiserNote, RecordedBy, CreatedAt";

    public static async Task InsertAsync(WriteSession session, Ceremony ceremony)
    {
        await session.RunAsync($"INSERT INTO Ceremony ({Columns}) VALUES (@Id, @Title, @HeldOn, @Place, @OrganiserNote, @RecordedBy, @CreatedAt)", ceremony);
        session.Record("ceremony.recorded", "ceremony", ceremony.Id);
    }

    public static Task<Ceremony?> FindAsync(SqlSession session, Guid id) => session.FirstAsync<Ceremony>($"SELECT {Columns} FROM Ceremony WHERE Id = @id", new { id });

    /// <summary>Newest first.</summary>
    public static Task<IReadOnlyList<Ceremony>> PageAsync(SqlSession session, DateTimeOffset? before, Guid? beforeId, int limit) => session.ListAsync<Ceremony>(
        $"""
        SELECT {Columns} FROM Ceremony WHERE @before IS NULL OR CreatedAt < @before OR (CreatedAt = @before AND Id < @beforeId)
         ORDER BY CreatedAt DESC, Id DESC{session.Dialect.Limit}
        """,
        new { before, beforeId, Limit = limit });

    /// <summary>Contracts signed at the ceremony that were not reversed, in the order of recording.</summary>
    public static async Task<IReadOnlyList<SignedContract>> ContractsAsync(SqlSession session, Guid ceremonyId)
    {
        var contracts = await session.ListAsync<SignedContract>(
            """
            SELECT d.Id, d.Title, d.ContractType, d.Currency, d.AmountMinorUnits, d.SignedOn
              FROM Deal d LEFT JOIN LedgerLine l ON l.DealId = d.Id AND l.Kind = 'signed' AND l.ReversesSeq IS NULL
             WHERE d.CeremonyId = @ceremonyId AND d.ReversedAt IS NULL ORDER BY l.Seq, d.CreatedAt, d.Id
            """,
            new { ceremonyId });
        var parties = (await session.ListAsync<SignedParty>(
            "SELECT p.DealId, p.Side, p.Name FROM DealParty p JOIN Deal d ON d.Id = p.DealId WHERE d.CeremonyId = @ceremonyId ORDER BY p.DealId, p.Ordinal", new { ceremonyId }))
            .ToLookup(p => p.DealId);
        return [.. contracts.Select(c => c with { Parties = [.. parties[c.Id]] })];
    }
}

/// <summary>What a list of signings says of a contract.</summary>
public sealed record SignedContract
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string ContractType { get; init; }

    public required string Currency { get; init; }

    public required long AmountMinorUnits { get; init; }

    public required DateOnly SignedOn { get; init; }

    public IReadOnlyList<SignedParty> Parties { get; init; } = [];
}

/// <summary>Side: seller or buyer.</summary>
public sealed record SignedParty
{
    public required Guid DealId { get; init; }

    public required string Side { get; init; }

    public required string Name { get; init; }
}
