using TechBroker.Matching;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>What the market became after one change, up to another.</summary>
internal sealed record MarketChanges(long UpTo, bool IsNewest, IReadOnlyList<ListingRow> Listings, IReadOnlyList<NeedRow> Needs)
{
    /// <param name="session">Sees one state throughout.</param>
    /// <param name="from">The change up to which everything is known; 0 for nothing.</param>
    /// <param name="most">How many changes at most; a market of a million is not read in one piece.</param>
    public static async Task<MarketChanges> ReadAsync(SqlSession session, long from, int most)
    {
        var newest = await session.FirstAsync<long>("SELECT Value FROM Counter WHERE Name = 'market'");
        var upTo = Math.Min(newest, from + most);
        return upTo <= from
            ? new MarketChanges(from, IsNewest: true, [], [])
            : new MarketChanges(
                upTo,
                upTo == newest,
                await ListingStore.ChangesAsync(session, from, upTo, openOnly: from == 0),
                await NeedStore.ChangesAsync(session, from, upTo, openOnly: from == 0));
    }

    /// <summary>Null where the change is not known.</summary>
    public static async Task<IndexMoment?> MomentAsync(SqlSession session, long seq) =>
        await session.FirstAsync<MomentRow>("SELECT ItemId, At FROM MarketRevision WHERE ChangeSeq = @seq", new { seq }) is { } row
            ? new IndexMoment(seq, row.ItemId, row.At)
            : null;

    /// <summary>The items with how to make them; null for those that are not on the market any more.</summary>
    public IEnumerable<(Side Side, Guid Id, Func<MarketItem>? Item)> All() =>
    [
        .. Listings.Select(row => (Side.Listing, row.Id, row.State == "published" ? row.ToItem : (Func<MarketItem>?)null)),
        .. Needs.Select(row => (Side.Need, row.Id, row.State == "published" ? row.ToItem : (Func<MarketItem>?)null)),
    ];

    private sealed record MomentRow
    {
        public required Guid ItemId { get; init; }

        public required DateTimeOffset At { get; init; }
    }
}
