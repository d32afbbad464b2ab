using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Evidence;

/// <summary>The contents of evidence, in DATA/evidence.</summary>
public sealed class EvidenceFiles(StorageOptions storage, Database database) : ContentFiles(storage, "evidence", database)
{
    protected override Task<bool> IsUsedAsync(SqlSession session, string sha256) => EvidenceStore.IsContentUsedAsync(session, sha256);
}
