using TechBroker.Api.Imports.Mapping;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Imports;
using TechBroker.Storage.Leases;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Imports.Running;

/// <summary>
/// Imports a file in chunks. A chunk's rows, their messages, their issues and the job's progress are one commit, so an import that is
/// cut off goes on behind the last committed row, and no row is ever half there.
/// </summary>
internal sealed class ImportRunner(Database database, VocabularySet vocabularies, ListingImport listings, NeedImport needs, TimeProvider clock)
{
    // Small enough that posts of others get in between, large enough that commits do not count.
    private const int ChunkRows = 200;

    /// <summary>Imports what is left of the job's file.</summary>
    /// <param name="actor">In whose name rows are written.</param>
    /// <param name="job">As it is stored, or as it would be.</param>
    /// <param name="file">Seekable; closed at the end.</param>
    /// <param name="lease">What the job's row is kept up to date under; null where it has none.</param>
    /// <param name="progress">Told after each chunk.</param>
    /// <param name="ct">Stops between chunks; what is committed stays.</param>
    /// <returns>The job as done or failed.</returns>
    /// <exception cref="LeaseLostException">Another process goes on with it.</exception>
    public async Task<ImportJob> RunAsync(
        Actor actor, ImportJob job, Stream file, HeldLease? lease, Action<ImportJob, IReadOnlyList<ImportIssue>> progress, CancellationToken ct)
    {
        var kind = job.Kind == "needs" ? ImportKind.Needs : ImportKind.Listings;
        if (!ImportFile.Open(file, job.FileName, kind, vocabularies, ct: ct).Is(out var source, out var refused))
        {
            return await SaveAsync(job with { State = "failed", Failure = refused.Message.ToString(), FinishedAt = clock.GetUtcNow() }, [], lease, progress, ct);
        }

        using (source)
        {
            if (job.State == "queued")
            {
                job = await SaveAsync(job with { State = "running", Rows = source.Table.CountRows(ct) }, source.Table.Notes, lease, progress, ct);
            }

            IKindImport writer = kind is ImportKind.Needs ? needs : listings;
            string? NameOf(string field) => ColumnOf(source.Mapper, field);
            MappedRow Validate(MappedRow row) => row.Verdict is Verdict.Import ? row.With(writer.Validate(row, NameOf)) : row;
            foreach (var chunk in source.Rows(Validate, ct).Skip(job.Processed).Chunk(ChunkRows))
            {
                ct.ThrowIfCancellationRequested();
                job = await ImportAsync(actor, job, writer, chunk, NameOf, lease, progress, ct);
            }
        }

        return await SaveAsync(job with { State = "done", FinishedAt = clock.GetUtcNow() }, [], lease, progress, ct);
    }

    private async Task<ImportJob> ImportAsync(
        Actor actor,
        ImportJob job,
        IKindImport kind,
        MappedRow[] rows,
        Func<string, string?> columnOf,
        HeldLease? lease,
        Action<ImportJob, IReadOnlyList<ImportIssue>> progress,
        CancellationToken ct)
    {
        var (after, issues) = await database.WriteAsync(
            actor,
            async session =>
            {
                // Rows, progress and lease are one commit: whoever was stopped past the lease and wakes writes none of them.
                await (lease?.ConfirmAsync(session) ?? Task.CompletedTask);
                var result = await ImportAsync(session, job, kind, rows, columnOf);
                if (lease is not null)
                {
                    await StoreAsync(session, result.Job, result.Issues);
                }

                return result;
            },
            ct);
        ImportFigures.Count(job, after);
        progress(after, issues);
        return after;
    }

    private async Task<(ImportJob Job, List<ImportIssue> Issues)> ImportAsync(
        WriteSession session, ImportJob job, IKindImport kind, MappedRow[] rows, Func<string, string?> columnOf)
    {
        var now = clock.GetUtcNow();
        var issues = new List<ImportIssue>();
        var fates = new int[Enum.GetValues<RowFate>().Length];
        foreach (var row in rows)
        {
            var (fate, found) = await ImportAsync(session, job, kind, row, columnOf, now);
            fates[(int)fate]++;
            issues.AddRange(found);
        }

        return (job with
        {
            Processed = job.Processed + rows.Length,
            Created = job.Created + fates[(int)RowFate.Created],
            Updated = job.Updated + fates[(int)RowFate.Updated],
            Unchanged = job.Unchanged + fates[(int)RowFate.Unchanged],
            Rejected = job.Rejected + fates[(int)RowFate.Rejected],
        }, issues);
    }

    private static async Task<(RowFate Fate, IReadOnlyList<ImportIssue> Issues)> ImportAsync(
        WriteSession session, ImportJob job, IKindImport kind, MappedRow row, Func<string, string?> columnOf, DateTimeOffset now)
    {
        if (row.Verdict is not Verdict.Import)
        {
            return (row.Verdict is Verdict.Reject ? RowFate.Rejected : RowFate.Unchanged, row.Issues);
        }

        if (!(await kind.PlanAsync(session, row, new ImportTerms(job.OrganisationId, job.Publish, job.PostedBy, job.OwnOnly), now)).Is(out var step, out var error))
        {
            return (RowFate.Rejected, row.With(RowImport.Refused(row.Number, error, columnOf)).Issues);
        }

        if (!job.DryRun)
        {
            await step.WriteAsync(session);
        }

        return (step.Fate, step.Warning is { } warning ? row.With(RowImport.Refused(row.Number, warning, columnOf, Severity.Warning)).Issues : row.Issues);
    }

    private async Task<ImportJob> SaveAsync(
        ImportJob job, IReadOnlyList<ImportIssue> issues, HeldLease? lease, Action<ImportJob, IReadOnlyList<ImportIssue>> progress, CancellationToken ct)
    {
        if (lease is not null)
        {
            await lease.WriteAsync(session => StoreAsync(session, job, issues), ct);
        }

        progress(job, issues);
        return job;
    }

    private async Task StoreAsync(WriteSession session, ImportJob job, IReadOnlyList<ImportIssue> issues)
    {
        await ImportStore.UpdateAsync(session, job);
        await ImportStore.AddIssuesAsync(session, [.. issues.Select(i => i.ToStored(job.Id))]);
        session.Tell("importProgress", new { ImportId = job.Id, job.State, job.Processed, job.Rows, job.Rejected }, clock.GetUtcNow(), job.PostedBy);
    }

    private static string? ColumnOf(RowMapper mapper, string name) => name switch
    {
        "minTrl" => mapper.ColumnOf(Field.Trl),
        "regionCode" => mapper.ColumnOf(Field.Region),
        "askingPrice" or "budget" => mapper.ColumnOf(Field.Money),
        _ => Enum.TryParse<Field>(name, ignoreCase: true, out var field) ? mapper.ColumnOf(field) : name,
    };
}
