using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechBroker.Domain;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Imports;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Imports.Running;

/// <summary>Imports uploaded files one after the other, beginning with what the process before this one left unfinished.</summary>
internal sealed partial class ImportQueue(
    Database database, ImportRunner runner, ImportFiles files, TimeProvider clock, ILogger<ImportQueue> logger) : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
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
        try
        {
            while (true)
            {
                while (await database.ReadAsync(ImportStore.NextAsync, stoppingToken) is { } job)
                {
                    await RunAsync(job, stoppingToken);
                }

                await waiting.WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The job goes on behind its last committed row at the next start.
        }
    }

    private async Task RunAsync(ImportJob job, CancellationToken ct)
    {
        try
        {
            if (files.TryOpen(job.Id) is { } file)
            {
                await runner.RunAsync(job.PostedBy is { } person ? Actor.System with { AccountId = person, Via = "import" } : Actor.System, job, file, stored: true, (_, _) => { }, ct);
            }
            else
            {
                await FailAsync(job, new Text("上传的文件已不在服务器上，请重新上传。", "The uploaded file is gone from the server; upload it again."), ct);
            }
        }
        catch (DbException e) when (database.Dialect.IsUnavailable(e))
        {
            Log.Waiting(logger, job.Id, e);
            await Task.Delay(RetryAfter, clock, ct);
        }
#pragma warning disable CA1031 // A file that breaks the reader must not hold up the files behind it; the failure is logged and shown on the job.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.Failed(logger, job.Id, e);
            await FailAsync(job, new Text("导入因内部错误中断，已导入的行保留；请将任务编号告知管理员。", "The import broke off on an internal error; rows already imported stay. Tell the operator the id of the job."), ct);
        }
    }

    private Task FailAsync(ImportJob job, Text reason, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            var now = await ImportStore.FindAsync(session, job.Id) ?? job;
            await ImportStore.UpdateAsync(session, now with { State = "failed", Failure = reason.ToString(), FinishedAt = clock.GetUtcNow() });
        },
        ct);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Import {JobId} waits for the database")]
        public static partial void Waiting(ILogger logger, Guid jobId, Exception exception);

        [LoggerMessage(2, LogLevel.Error, "Import {JobId} broke off")]
        public static partial void Failed(ILogger logger, Guid jobId, Exception exception);
    }
}
