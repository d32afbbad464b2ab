namespace TechBroker.Storage.Audit;

/// <summary>The sentences about a damaged record.</summary>
internal static class AuditFaults
{
    public static AuditFault Edited(long seq) => new(AuditFaultKind.Edited, seq, new(
        $"第 {seq} 条审计记录被改动过。",
        $"Entry {seq} was edited."));

    public static AuditFault Removed(long first, long last) => new(AuditFaultKind.Removed, first, first == last
        ? new($"第 {first} 条审计记录被删除。", $"Entry {first} was removed.")
        : new($"第 {first} 至 {last} 条审计记录被删除。", $"Entries {first} to {last} were removed."));

    public static AuditFault ReorderedOrInserted(long seq) => new(AuditFaultKind.ReorderedOrInserted, seq, new(
        $"第 {seq} 条审计记录与前一条不相衔接：顺序被调换，或有记录是后来插入的。",
        $"Entry {seq} does not follow the one before it: entries were put into another order, or this one was inserted."));

    public static AuditFault TailCut(long first, long last) => new(AuditFaultKind.TailCut, first, first == last
        ? new($"审计记录末尾的第 {first} 条被删除。", $"The last entry, {first}, was removed.")
        : new($"审计记录末尾的第 {first} 至 {last} 条被删除。", $"The last entries, {first} to {last}, were removed."));

    public static AuditFault HeadAltered(long last) => new(AuditFaultKind.HeadAltered, last, new(
        $"审计记录的末端标记被改动，与现有的 {last} 条记录不符。",
        $"The seal on the end of the record was altered and does not fit the {last} entries that are there."));

    public static AuditFault KeyMissing() => new(AuditFaultKind.KeyMissing, 0, new(
        "找不到审计密钥，无法核验：请恢复数据目录下的 keys/audit.key，或设置 Audit__Key。",
        "The key of the audit record is missing, so nothing can be checked: put keys/audit.key back into the data folder, or set Audit__Key."));

    public static AuditFault OtherKey() => new(AuditFaultKind.OtherKey, 0, new(
        "审计记录使用的不是这把密钥，无法核验：请恢复原来的 keys/audit.key 或 Audit__Key。",
        "The audit record was sealed with another key, so nothing can be checked: put the former keys/audit.key or Audit__Key back."));

    public static AuditFault NotAsNoted(long seq, long last) => new(AuditFaultKind.NotAsNoted, seq, seq > last
        ? new($"审计记录只到第 {last} 条，而此前记下的末端是第 {seq} 条：数据库可能被换成了较早的副本。", $"The record ends at entry {last}, but its noted head is {seq}: the database may have been replaced by an older copy.")
        : new($"第 {seq} 条审计记录的哈希值与此前记下的不符：之前的历史被换过。", $"Entry {seq} has another hash than the noted one: the history up to it was replaced."));
}
