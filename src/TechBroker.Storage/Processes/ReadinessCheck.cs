using System.Data.Common;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Processes;

/// <summary>Whether the service is ready: the worst of all registered reasons.</summary>
public sealed class ReadinessCheck(Database database, IEnumerable<IReadinessReason> reasons, TimeProvider clock)
{
    public async Task<ReadinessState> RunAsync(CancellationToken ct)
    {
        try
        {
            var (backlog, oldest) = await database.ReadAsync(async s => (await OutboxStore.CountAsync(s), await OutboxStore.OldestAsync(s)), ct);
            var found = new List<ReadinessReason>();
            foreach (var reason in reasons)
            {
                found.AddRange(await reason.FindAsync(ct));
            }

            return new ReadinessState
            {
                Level = found.Count == 0 ? ReadinessLevel.Information : found.Max(r => r.Level),
                Database = true,
                Backlog = backlog,
                OldestMessage = oldest is { } at ? clock.GetUtcNow() - at : TimeSpan.Zero,
                Reasons = found,
            };
        }
        catch (DbException)
        {
            return new ReadinessState { Level = ReadinessLevel.Down, Database = false };
        }
    }
}

/// <summary>How ready the service is, and why it is not more so.</summary>
public sealed record ReadinessState
{
    public required ReadinessLevel Level { get; init; }

    /// <summary>Whether the database answers.</summary>
    public required bool Database { get; init; }

    /// <summary>Messages that are not dealt with. How many is nothing for outsiders: it tells that something was posted, even what they may not see.</summary>
    public int Backlog { get; init; }

    public TimeSpan OldestMessage { get; init; }

    public IReadOnlyList<ReadinessReason> Reasons { get; init; } = [];

    /// <summary><c>ready</c>, <c>degraded</c> or <c>down</c>.</summary>
    public string Status => Level switch
    {
        ReadinessLevel.Down => "down",
        ReadinessLevel.Degraded => "degraded",
        _ => "ready",
    };

    /// <summary>200 while requests are served, 503 where none should come.</summary>
    public int StatusCode => Level is ReadinessLevel.Down ? 503 : 200;

    /// <summary>All that anybody may know.</summary>
    public object ForAnyone => new { Status, Database = Database ? "ready" : "down" };
}
