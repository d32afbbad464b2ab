using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Audit;

/// <summary>Appends what a commit gathered to the chain: one read and one write of its end, however many entries there are.</summary>
internal sealed class AuditTrail(AuditKey key, TimeProvider clock)
{
    private long known;

    /// <returns>The number of the last entry.</returns>
    public async Task<long> AppendAsync(WriteSession session, IReadOnlyList<PendingEntry> entries)
    {
        // The counter's row first: it keeps out every other writer until commit, so the end of the chain stays where it is read.
        var seq = await session.TakeAsync("audit", entries.Count);
        var secret = key.Take();
        var head = await AuditHead.FindAsync(session);

        // A forged, removed or set-back end is never sealed again. The market goes on, and what comes now is recorded behind it.
        var whole = head is null ? seq == 1 && known == 0 : head.IsGenuine(secret) && head.Seq == seq - 1 && head.Seq >= known;
        var at = TypeHandlers.Write(clock.GetUtcNow());
        var previous = head?.Hash ?? AuditRow.Nothing;
        var rows = new AuditRow[entries.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = entries[i].ToRow(seq + i, at, previous);
            rows[i] = row with { Hash = previous = row.HashAfter(previous, secret) };
        }

        await session.RunAsync(
            $"""
            INSERT INTO AuditEntry ({AuditRow.Columns})
            VALUES (@Seq, @At, @ActorId, @ActorKind, @Via, @Address, @Action, @Subject, @SubjectId, @Details, @PreviousHash, @Hash)
            """,
            rows);
        var end = AuditHead.Of(rows[^1].Seq, previous, secret);
        await (whole ? end : end with { KeyId = head?.KeyId ?? end.KeyId, Seal = [] }).StoreAsync(session);
        return end.Seq;
    }

    /// <summary>From now on an earlier end of the chain is a set-back one.</summary>
    public void Committed(long seq) => known = Math.Max(known, seq);
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
