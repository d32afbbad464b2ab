using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechBroker.Domain.Duplicates;
using TechBroker.Storage.Duplicates;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers;

/// <summary>At start: keys for listings and needs from before duplicates were looked for. Everything later gets them as it is written.</summary>
internal sealed partial class DuplicateKeysFill(Database database, ILogger<DuplicateKeysFill> logger) : BackgroundService
{
    // Few enough that others' writes get in between.
    private const int AtOnce = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var side in Enum.GetValues<DuplicateSide>())
            {
                await FillAsync(side, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
#pragma warning disable CA1031 // What is there works without; the next start goes on where this one stopped.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.Failed(logger, e);
        }
    }

    private async Task FillAsync(DuplicateSide side, CancellationToken ct)
    {
        for (var after = Guid.Empty; ;)
        {
            var ids = await database.ReadAsync(s => DuplicateBackfill.WithoutKeysAsync(s, side, after, AtOnce), ct);
            if (ids.Count == 0)
            {
                return;
            }

            await database.WriteAsync(s => DuplicateBackfill.FillAsync(s, side, ids), ct);
            after = ids[^1];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Keys for finding duplicates could not be filled in for everything; the next start goes on")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
