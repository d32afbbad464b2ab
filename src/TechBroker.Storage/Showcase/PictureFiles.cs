using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Showcase;

/// <summary>The contents of listings' pictures, in DATA/pictures.</summary>
public sealed class PictureFiles(StorageOptions storage, Database database) : ContentFiles(storage, "pictures", database)
{
    protected override Task<bool> IsUsedAsync(SqlSession session, string sha256) => ListingPictureStore.IsContentUsedAsync(session, sha256);
}
