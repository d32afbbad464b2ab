using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Audit;

/// <summary>Appends what a commit gathered to the chain: one read and one write of its end, however many entries there are.</summary>
internal sealed class AuditTrail(AuditKey key, TimeProvider clock) : IDisposable
{
    private AuditStatements? statements;
    private long known;

    /// <returns>The number of the last entry.</returns>
    public async Task<long> AppendAsync(WriteSession session, IReadOnlyList<PendingEntry> entries)
    {
        var run = StatementsFor(session);
        var secret = key.Take();
        var (head, last) = await run.ReadEndAsync();

        // A forged, removed or set-back end is never sealed again. The market goes on, and what comes now is recorded behind it.
        var whole = head is not null && head.Seq == last && last >= known && (head.IsBeginning || head.IsGenuine(secret));
        var seq = whole ? last : Math.Max(last, head?.Seq ?? 0);
        var previous = head is null or { IsBeginning: true } ? AuditRow.Nothing : head.Hash;
        var at = TypeHandlers.Write(clock.GetUtcNow());
        foreach (var entry in entries)
        {
            var row = entry.ToRow(++seq, at, previous);
            previous = row.HashAfter(previous, secret);
            await run.InsertAsync(row, previous);
        }

        var end = AuditHead.Of(seq, previous, secret);
        await run.WriteEndAsync(whole ? end : end with { KeyId = head?.KeyId ?? end.KeyId, Seal = [] });
        return seq;
    }

    /// <summary>From now on an earlier end of the chain is a set-back one.</summary>
    public void Committed(long seq) => known = Math.Max(known, seq);

    public void Dispose() => statements?.Dispose();

    private AuditStatements StatementsFor(WriteSession session)
    {
        if (statements?.IsFor(session.Connection) is not true)
        {
            statements?.Dispose();
            statements = new AuditStatements(session.Connection);
        }

        statements.Use(session.Transaction);
        return statements;
    }
}

/// <summary>An entry that waits for its place in the chain.</summary>
internal sealed record PendingEntry(Actor Actor, string Action, string Subject, Guid? SubjectId, string? Details)
{
    public AuditRow ToRow(long seq, string at, byte[] previous) => new()
    {
        Seq = seq,
        At = at,
        ActorId = Actor.AccountId?.ToString("D"),
        ActorKind = Actor.Kind,
        Via = Actor.Via,
        Address = Actor.Address,
        Action = Action,
        Subject = Subject,
        SubjectId = SubjectId?.ToString("D"),
        Details = Details,
        PreviousHash = previous,
    };
}
