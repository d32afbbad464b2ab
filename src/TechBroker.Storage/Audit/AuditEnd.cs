using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Audit;

/// <summary>
/// Where the audit record ends, and whether that end is genuine: its seal, its key and its last entry. Costs the same however long the
/// record is; what was done further up only <see cref="AuditChain"/> finds.
/// </summary>
/// <param name="Mark">The last entry's number and hash; null where there is none.</param>
/// <param name="Fault">What is wrong with it, or null.</param>
public sealed record AuditEnd(AuditMark? Mark, AuditFault? Fault)
{
    /// <param name="session">A snapshot, or a writer could come in between.</param>
    /// <param name="key">Only read: checking makes no key.</param>
    public static async Task<AuditEnd> CheckAsync(SqlSession session, AuditKey key)
    {
        var (head, row) = await AuditHead.WithAsync(
            session, () => session.FirstAsync<AuditRow>($"SELECT {AuditRow.Columns} FROM AuditEntry ORDER BY Seq DESC{session.Dialect.Limit}", new { Limit = 1 }));
        var mark = row is null ? null : new AuditMark(row.Seq, Convert.ToHexStringLower(row.Hash));
        return new AuditEnd(mark, row is null && head is { IsBeginning: true } ? null : FaultOf(head, row, key));
    }

    private static AuditFault? FaultOf(AuditHead? head, AuditRow? row, AuditKey key)
    {
        try
        {
            return FaultOf(head, row, key.Find());
        }
        catch (AuditKeyException e)
        {
            return new AuditFault(AuditFaultKind.KeyMissing, 0, new(e.Message, e.Message));
        }
    }

    private static AuditFault? FaultOf(AuditHead? head, AuditRow? row, byte[]? key)
    {
        var last = row?.Seq ?? 0;
        return key is null ? AuditFaults.KeyMissing()
            : head is { IsBeginning: false } && head.KeyId != AuditKey.IdOf(key) ? AuditFaults.OtherKey()
            : head is not null && head.IsGenuine(key) && head.Seq > last ? AuditFaults.TailCut(last + 1, head.Seq)
            : row is not null && !row.HashAfter(row.PreviousHash, key).AsSpan().SequenceEqual(row.Hash) ? AuditFaults.Edited(last)
            : head is null || !head.IsGenuine(key) || head.Seq != last || row is null || !head.Hash.AsSpan().SequenceEqual(row.Hash) ? AuditFaults.HeadAltered(last)
            : null;
    }
}
