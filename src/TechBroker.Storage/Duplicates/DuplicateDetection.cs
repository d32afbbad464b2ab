using TechBroker.Domain.Duplicates;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Duplicates;

/// <summary>
/// Keeps keys and pairs in step with what items say, in the transaction that writes them: a lookup in the index for each key. Pairs are
/// found among drafts and hidden items, too; who may read of a pair is decided where it is read.
/// </summary>
internal static class DuplicateDetection
{
    public static async Task WrittenAsync(WriteSession session, DuplicateItem item, bool isNew)
    {
        IReadOnlyList<DuplicateKey> before = isNew ? [] : await DuplicateKeyStore.OfAsync(session, item.Id);
        if (!isNew && before.ToHashSet().SetEquals(item.Keys))
        {
            return;
        }

        await DuplicateKeyStore.ReplaceAsync(session, item, before.Count > 0);
        var others = new Dictionary<Guid, Namesake>();
        foreach (var key in item.Keys)
        {
            foreach (var namesake in await DuplicateKeyStore.NamesakesAsync(session, item, key))
            {
                others[namesake.Id] = namesake;
            }
        }

        foreach (var pair in isNew ? [] : await DuplicateStore.OfItemAsync(session, item.Id))
        {
            var otherId = pair.AId == item.Id ? pair.BId : pair.AId;
            others.Remove(otherId);
            if (pair.After(await SharedAsync(session, item, otherId)) is var after && after != pair)
            {
                await DuplicateStore.UpdateAsync(session, after, "changed");
            }
        }

        foreach (var other in others.Values)
        {
            await LinkAsync(session, item, other);
        }
    }

    /// <summary>Puts the pair on record, unless it is.</summary>
    public static async Task LinkAsync(WriteSession session, DuplicateItem item, Namesake other)
    {
        var shared = await SharedAsync(session, item, other.Id);
        var isOlder = (item.CreatedAt, item.Id).CompareTo((other.CreatedAt, other.Id)) < 0;
        await DuplicateStore.InsertAsync(session, new Duplicate
        {
            Id = Guid.NewGuid(),
            Side = item.Side,
            AId = isOlder ? item.Id : other.Id,
            BId = isOlder ? other.Id : item.Id,
            Because = shared.Min(k => k.Reason),
            Shared = DuplicateKeys.Fingerprint(shared),
            OwnerId = item.OwnerId == other.OwnerId ? item.OwnerId : null,
            State = DuplicateState.Open,
            FoundAt = item.UpdatedAt,
        });
    }

    private static async Task<IReadOnlyList<DuplicateKey>> SharedAsync(SqlSession session, DuplicateItem item, Guid otherId) =>
        [.. (await DuplicateKeyStore.OfAsync(session, otherId)).Intersect(item.Keys)];
}
