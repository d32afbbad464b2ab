using TechBroker.Domain;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Audit;

/// <summary>What is wrong with the audit record.</summary>
public enum AuditFaultKind
{
    Edited,
    Removed,
    ReorderedOrInserted,
    TailCut,
    HeadAltered,
    KeyMissing,
    OtherKey,
    NotAsNoted,
}

/// <param name="Kind">What was done to it.</param>
/// <param name="Seq">The entry where it shows.</param>
/// <param name="Message">For people.</param>
public sealed record AuditFault(AuditFaultKind Kind, long Seq, Text Message);

/// <param name="Entries">How many were checked.</param>
/// <param name="Head">Where the chain ends; null where it is empty or broken.</param>
/// <param name="Faults">Empty where the record is whole; of the entries only the first fault, since all that follows hangs on it.</param>
public sealed record AuditVerdict(long Entries, AuditMark? Head, IReadOnlyList<AuditFault> Faults)
{
    public bool IsWhole => Faults.Count == 0;
}

/// <summary>Checks the audit record from its first entry to its end.</summary>
public static class AuditChain
{
    private const int Batch = 5_000;

    /// <param name="session">A snapshot, or a writer could come in between.</param>
    /// <param name="key">Only read: verifying makes no key.</param>
    /// <param name="noted">An end of the chain noted earlier, elsewhere.</param>
    /// <param name="ct">Asked after each batch.</param>
    public static async Task<AuditVerdict> VerifyAsync(SqlSession session, AuditKey key, AuditMark? noted, CancellationToken ct)
    {
        var (head, found) = await AuditHead.WithAsync(session, () => session.FirstAsync<long?>("SELECT MAX(Seq) FROM AuditEntry"));
        var last = found ?? 0;
        if (key.Find() is not { } secret)
        {
            return last == 0 && head is { IsBeginning: true } ? Empty(noted) : Refused(AuditFaults.KeyMissing());
        }

        if (last == 0 && head is { IsBeginning: true })
        {
            return Empty(noted);
        }

        if (head is { IsBeginning: false } && head.KeyId != AuditKey.IdOf(secret))
        {
            return Refused(AuditFaults.OtherKey());
        }

        var faults = new List<AuditFault>();
        var (entries, previous, broken) = await WalkAsync(session, secret, last, ct);
        faults.AddRange(broken is null ? [] : [broken]);
        faults.AddRange(CheckEnd(head, last, broken is null ? previous : null, secret) is { } cut ? [cut] : []);
        faults.AddRange(await CheckNotedAsync(session, noted, last) is { } other ? [other] : []);
        return new AuditVerdict(entries, faults.Count > 0 ? null : new AuditMark(last, Convert.ToHexStringLower(previous)), faults);
    }

    private static AuditVerdict Refused(AuditFault fault) => new(0, null, [fault]);

    private static AuditVerdict Empty(AuditMark? noted) => new(0, null, noted is null ? [] : [AuditFaults.NotAsNoted(noted.Seq, 0)]);

    private static async Task<(long Entries, byte[] Last, AuditFault? Broken)> WalkAsync(SqlSession session, byte[] key, long last, CancellationToken ct)
    {
        var (entries, after, previous) = (0L, long.MinValue, AuditRow.Nothing);
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var rows = await AuditStore.RowsAsync(session, after, last, Batch);
            foreach (var row in rows)
            {
                if (FaultOf(row, entries + 1, previous, key) is { } fault)
                {
                    return (entries, previous, fault);
                }

                (entries, previous) = (entries + 1, row.Hash);
            }

            if (rows.Count < Batch)
            {
                return (entries, previous, null);
            }

            after = rows[^1].Seq;
        }
    }

    private static AuditFault? FaultOf(AuditRow row, long expected, byte[] previous, byte[] key)
    {
        if (row.Seq != expected)
        {
            return row.Seq > expected ? AuditFaults.Removed(expected, row.Seq - 1) : AuditFaults.ReorderedOrInserted(row.Seq);
        }

        var follows = row.PreviousHash.AsSpan().SequenceEqual(previous);
        var intact = row.HashAfter(row.PreviousHash, key).AsSpan().SequenceEqual(row.Hash);
        return (follows, intact) switch
        {
            (true, true) => null,
            (true, false) => AuditFaults.Edited(row.Seq),

            // Where only the link was overwritten, the entry's own hash still knows what stood before it.
            (false, false) when row.HashAfter(previous, key).AsSpan().SequenceEqual(row.Hash) => AuditFaults.Edited(row.Seq),
            _ => AuditFaults.ReorderedOrInserted(row.Seq),
        };
    }

    /// <param name="head">As stored.</param>
    /// <param name="last">The highest number that is there.</param>
    /// <param name="hash">The last entry's hash where the entries are whole, otherwise null.</param>
    /// <param name="key">The secret.</param>
    private static AuditFault? CheckEnd(AuditHead? head, long last, byte[]? hash, byte[] key) =>
        head is null || !head.IsGenuine(key) ? AuditFaults.HeadAltered(last)
        : head.Seq > last ? AuditFaults.TailCut(last + 1, head.Seq)
        : head.Seq < last || (hash is not null && !head.Hash.AsSpan().SequenceEqual(hash)) ? AuditFaults.HeadAltered(last)
        : null;

    private static async Task<AuditFault?> CheckNotedAsync(SqlSession session, AuditMark? noted, long last)
    {
        if (noted is null)
        {
            return null;
        }

        var there = await session.FirstAsync<byte[]>("SELECT Hash FROM AuditEntry WHERE Seq = @Seq", new { noted.Seq });
        return there is not null && Convert.ToHexStringLower(there) == noted.Hash ? null : AuditFaults.NotAsNoted(noted.Seq, last);
    }
}
