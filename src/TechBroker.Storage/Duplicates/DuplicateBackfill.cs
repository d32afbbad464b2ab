using TechBroker.Domain.Duplicates;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Duplicates;

/// <summary>Gives keys to what was there before there were any.</summary>
public static class DuplicateBackfill
{
    /// <summary>Some items without keys, by id; fewer than the limit means that there are no more.</summary>
    public static Task<IReadOnlyList<Guid>> WithoutKeysAsync(SqlSession session, DuplicateSide side, Guid after, int limit) => session.ListAsync<Guid>(
        $"""
        SELECT x.Id FROM {DuplicateKeyStore.TableOf(side)} x
         WHERE x.Id > @after AND NOT EXISTS (SELECT 1 FROM DuplicateKey k WHERE k.ItemId = x.Id)
         ORDER BY x.Id{session.Dialect.Limit}
        """,
        new { after, Limit = limit });

    public static async Task FillAsync(WriteSession session, DuplicateSide side, IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
        {
            var item = side is DuplicateSide.Listing
                ? await ListingStore.FindAsync(session, id) is { } listing ? DuplicateItem.Of(listing) : null
                : await NeedStore.FindAsync(session, id) is { } need ? DuplicateItem.Of(need) : null;
            await (item is null ? Task.CompletedTask : DuplicateDetection.WrittenAsync(session, item, isNew: false));
        }
    }
}
