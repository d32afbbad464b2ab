using TechBroker.IntegrationTests.Storage;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Audit;

/// <summary>Writing and checking audit records in tests.</summary>
internal static class AuditData
{
    public static readonly Actor Person = new() { AccountId = new Guid(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), Kind = "person", Via = "browser", Address = "10.0.0.7" };

    public static Task RecordAsync(this Database database, string action, Actor? actor = null, Guid? subjectId = null, object? details = null) => database.WriteAsync(
        actor ?? Actor.System,
        session =>
        {
            session.Record(action, "thing", subjectId, details);
            return Task.CompletedTask;
        },
        CancellationToken.None);

    public static Task<AuditVerdict> VerifyAsync(this TestDatabase data, AuditMark? noted = null, AuditKey? key = null) =>
        data.Database.SnapshotAsync(s => AuditChain.VerifyAsync(s, key ?? data.Key, noted, CancellationToken.None), CancellationToken.None);

    public static Task<IReadOnlyList<AuditEntry>> EntriesAsync(this TestDatabase data) => data.ListAsync<AuditEntry>($"SELECT {AuditRow.Columns} FROM AuditEntry ORDER BY Seq");

    /// <summary>What somebody with the file does first.</summary>
    public static Task DropGuardsAsync(this TestDatabase data) => data.RunAsync("DROP TRIGGER TR_AuditEntry_Update; DROP TRIGGER TR_AuditEntry_Delete");
}
