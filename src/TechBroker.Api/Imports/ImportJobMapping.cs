using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.Imports;

namespace TechBroker.Api.Imports;

internal static class ImportJobMapping
{
    public static ImportJobBody ToBody(this ImportJob job, IReadOnlyList<StoredIssue> issues, bool english) => new()
    {
        Id = job.Id,
        Kind = job.Kind,
        FileName = job.FileName,
        State = job.State,
        DryRun = job.DryRun,
        Rows = job.Rows,
        Processed = job.Processed,
        Created = job.Created,
        Updated = job.Updated,
        Unchanged = job.Unchanged,
        Rejected = job.Rejected,
        Failure = job.Failure is { } failure ? Text.Parse(failure).In(english) : null,
        CreatedAt = job.CreatedAt,
        FinishedAt = job.FinishedAt,
        Errors = [.. issues.Select(i => ImportIssue.Of(i).ToBody(english))],
        RejectedFile = job.Rejected > 0 ? $"/api/v1/imports/{job.Id}/rejected" : null,
    };
}
