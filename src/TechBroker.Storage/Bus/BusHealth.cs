using TechBroker.Domain;

namespace TechBroker.Storage.Bus;

/// <summary>How things stand with the message broker, from good to bad.</summary>
public enum BusCondition
{
    Connected,

    /// <summary>It is there, and something does not work.</summary>
    Degraded,

    /// <summary>It takes nothing because its memory or disk is short.</summary>
    Blocked,

    /// <summary>It cannot be reached, or lets nobody in.</summary>
    Down,
}

/// <summary>What is known of the broker.</summary>
/// <param name="Condition">How bad it is.</param>
/// <param name="Since">Since when it is like that.</param>
/// <param name="Sentence">What is wrong and what to do about it; null where nothing is.</param>
public sealed record BusState(BusCondition Condition, DateTimeOffset Since, Text? Sentence);

/// <summary>
/// Where those who talk to the broker say how it is, and others in this process read it. What has been posted is accepted and kept in any of
/// these conditions. Not registered where the bus is in memory.
/// </summary>
public sealed class BusHealth(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, BusState> reports = [];
    private TaskCompletionSource changed = New();
    private BusState state = new(BusCondition.Down, clock.GetUtcNow(), new("尚未连接消息服务器。", "The message broker has not been connected yet."));

    /// <summary>The worst of what has been said.</summary>
    public BusState State
    {
        get
        {
            lock (gate)
            {
                return state;
            }
        }
    }

    /// <summary>Completes at the next change after the call.</summary>
    public Task Changed
    {
        get
        {
            lock (gate)
            {
                return changed.Task;
            }
        }
    }

    /// <summary>Until the broker is there and lets this program in, whatever else is wrong with it.</summary>
    public async Task UntilUpAsync(CancellationToken ct)
    {
        for (var change = Changed; State.Condition is BusCondition.Down; change = Changed)
        {
            await change.WaitAsync(ct);
        }
    }

    /// <summary>Says how it looks from one place; each place has one word that counts, its last.</summary>
    /// <returns>Whether that is news.</returns>
    public bool Report(string from, BusCondition condition, Text? sentence)
    {
        lock (gate)
        {
            if (reports.TryGetValue(from, out var before) && before.Condition == condition && before.Sentence == sentence)
            {
                return false;
            }

            reports[from] = new BusState(condition, clock.GetUtcNow(), sentence);
            var worst = reports.Values.Max(r => r.Condition);

            // Ill since the first of them said so, well since the last one did.
            var alike = reports.Values.Where(r => r.Condition == worst);
            state = (worst is BusCondition.Connected ? alike.MaxBy(r => r.Since) : alike.MinBy(r => r.Since))!;
            var told = changed;
            changed = New();
            told.TrySetResult();
            return true;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
