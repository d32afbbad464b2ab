using TechBroker.Domain;
using TechBroker.Domain.Duplicates;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Duplicates;

/// <summary>Another item with one of the keys.</summary>
internal sealed record Namesake
{
    public required Guid Id { get; init; }

    public Guid? OwnerId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The keys of all items, found by their value.</summary>
internal static class DuplicateKeyStore
{
    // A thousand copies of one thing make a thousand pairs with these few, not half a million with each other.
    private const int MostNamesakes = 3;

    public static async Task<IReadOnlyList<DuplicateKey>> OfAsync(SqlSession session, Guid itemId) =>
        [.. (await session.ListAsync<Row>("SELECT Reason, Value FROM DuplicateKey WHERE ItemId = @itemId", new { itemId })).Select(r => r.ToKey())];

    public static async Task ReplaceAsync(WriteSession session, DuplicateItem item, bool hadSome)
    {
        if (hadSome)
        {
            await session.RunAsync("DELETE FROM DuplicateKey WHERE ItemId = @Id", new { item.Id });
        }

        await session.RunAsync(
            "INSERT INTO DuplicateKey (Side, Value, ItemId, Reason) VALUES (@side, @Value, @Id, @reason)",
            item.Keys.Select(k => new { side = Codes.Of(item.Side), k.Value, item.Id, reason = Codes.Of(k.Reason) }));
    }

    /// <summary>A few others with the key that have not left the market for good.</summary>
    public static Task<IReadOnlyList<Namesake>> NamesakesAsync(SqlSession session, DuplicateItem item, DuplicateKey key) =>
        session.ListAsync<Namesake>(
            $"""
            SELECT x.Id, COALESCE(x.OrganisationId, x.PostedBy) AS OwnerId, x.CreatedAt
              FROM DuplicateKey k JOIN {TableOf(item.Side)} x ON x.Id = k.ItemId
             WHERE k.Side = @side AND k.Value = @Value AND k.ItemId <> @Id AND x.State NOT IN ('withdrawn', 'transferred', 'satisfied', 'merged')
             ORDER BY k.ItemId{session.Dialect.Limit}
            """,
            new { side = Codes.Of(item.Side), key.Value, item.Id, Limit = MostNamesakes });

    public static Task<Namesake?> FindAsync(SqlSession session, DuplicateSide side, Guid id) =>
        session.FirstAsync<Namesake>($"SELECT Id, COALESCE(OrganisationId, PostedBy) AS OwnerId, CreatedAt FROM {TableOf(side)} WHERE Id = @id", new { id });

    public static string TableOf(DuplicateSide side) => side is DuplicateSide.Listing ? "Listing" : "Need";

    private sealed record Row
    {
        public required string Reason { get; init; }

        public required string Value { get; init; }

        public DuplicateKey ToKey() => new(Codes.Parse<DuplicateReason>(Reason), Value);
    }
}
