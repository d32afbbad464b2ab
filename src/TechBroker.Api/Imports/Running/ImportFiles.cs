using TechBroker.Storage;

namespace TechBroker.Api.Imports.Running;

/// <summary>Uploaded files in DATA/imports, by job: kept for the file of rejected rows, and for going on after a crash.</summary>
internal sealed class ImportFiles(StorageOptions storage)
{
    public async Task SaveAsync(Guid jobId, Stream content, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(jobId))!);
        try
        {
            await using var file = new FileStream(PathOf(jobId), FileMode.Create, FileAccess.Write, FileShare.None);
            await content.CopyToAsync(file, ct);

            // The job is acknowledged after this: its file must survive what the job's row survives.
            file.Flush(flushToDisk: true);
        }
        catch
        {
            // On a full disk half a file would take the room that others wait for.
            Delete(jobId);
            throw;
        }
    }

    public Stream? TryOpen(Guid jobId) => File.Exists(PathOf(jobId)) ? File.OpenRead(PathOf(jobId)) : null;

    public void Delete(Guid jobId) => File.Delete(PathOf(jobId));

    private string PathOf(Guid jobId) => storage.ImportFile(jobId);
}
