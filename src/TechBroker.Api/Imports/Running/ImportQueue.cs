using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechBroker.Domain;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Imports;
using TechBroker.Storage.Leases;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Imports.Running;

/// <summary>
/// Imports uploaded files one after the other, in the order in which they came, also where several processes serve: the one that holds the job's
/// lease runs it. When that process ends or is stopped, another goes on behind the last committed rows once the lease has run out.
/// </summary>
internal sealed partial class ImportQueue(
    Database database, ImportRunner runner, ImportFiles files, ApiOptions options, TimeProvider clock, ILogger<ImportQueue> logger) : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    // For what another process has stored, or left behind.
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim waiting = new(0);

    /// <summary>A job has been stored.</summary>
    public void Wake() => waiting.Release();

    public override void Dispose()
    {
        waiting.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RunNextAsync(stoppingToken))
                {
                }

                await waiting.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The job goes on behind its last committed row, in another process or at the next start.
                return;
            }
#pragma warning disable CA1031 // An exception here would end the whole program; the job and its file are still there.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.NotRead(logger, e);
                await Task.Delay(RetryAfter, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>Whether a job was run here, so that another may be next.</returns>
    private async Task<bool> RunNextAsync(CancellationToken ct)
    {
        // Only ever the oldest: a later file that says something else about the same rows must win, as it did when it was uploaded.
        if (await database.ReadAsync(ImportStore.NextAsync, ct) is not { } next)
        {
            return false;
        }

        await using var lease = await HeldLease.TryTakeAsync(database, clock, $"import:{next.Id:D}", TimeSpan.FromSeconds(options.ImportLeaseSeconds), ct);

        // Read again: whoever held the lease before may have come further, or to the end.
        if (lease is null || await database.ReadAsync(s => ImportStore.FindAsync(s, next.Id), ct) is not { } job)
        {
            return false;
        }

        if (job.State is "queued" or "running")
        {
            await RunAsync(lease, job, ct);
        }

        return true;
    }

    private async Task RunAsync(HeldLease lease, ImportJob job, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping, lease.Lost);
        try
        {
            if (files.TryOpen(job.Id) is { } file)
            {
                await runner.RunAsync(job.PostedBy is { } person ? Actor.System with { AccountId = person, Via = "import" } : Actor.System, job, file, lease, (_, _) => { }, stop.Token);
            }
            else
            {
                await FailAsync(lease, job, new Text("上传的文件已不在服务器上，请重新上传。", "The uploaded file is gone from the server; upload it again."), stopping);
            }
        }
        catch (Exception e) when (e is LeaseLostException || (e is OperationCanceledException && lease.Lost.IsCancellationRequested))
        {
            Log.Lost(logger, job.Id);
        }
        catch (DbException e) when (database.Dialect.IsUnavailable(e))
        {
            Log.Waiting(logger, job.Id, e);
            await Task.Delay(RetryAfter, clock, stopping);
        }
#pragma warning disable CA1031 // A file that breaks the reader must not hold up the files behind it; the failure is logged and shown on the job.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.Failed(logger, job.Id, e);
            await FailAsync(lease, job, new Text("导入因内部错误中断，已导入的行保留；请将任务编号告知管理员。", "The import broke off on an internal error; rows already imported stay. Tell the operator the id of the job."), stopping);
        }
    }

    private async Task FailAsync(HeldLease lease, ImportJob job, Text reason, CancellationToken ct)
    {
        try
        {
            await lease.WriteAsync(
                async session =>
                {
                    var now = await ImportStore.FindAsync(session, job.Id) ?? job;
                    await ImportStore.UpdateAsync(session, now with { State = "failed", Failure = reason.ToString(), FinishedAt = clock.GetUtcNow() });
                },
                ct);
        }
        catch (LeaseLostException)
        {
            Log.Lost(logger, job.Id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Import {JobId} waits for the database")]
        public static partial void Waiting(ILogger logger, Guid jobId, Exception exception);

        [LoggerMessage(2, LogLevel.Error, "Import {JobId} broke off")]
        public static partial void Failed(ILogger logger, Guid jobId, Exception exception);

        [LoggerMessage(3, LogLevel.Warning, "Import {JobId} is another process's now: this one was stopped for longer than its lease")]
        public static partial void Lost(ILogger logger, Guid jobId);

        [LoggerMessage(4, LogLevel.Warning, "The next import could not be begun or ended; tried again shortly")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}
