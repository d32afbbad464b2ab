using TechBroker.Storage.Leases;

namespace TechBroker.Workers.Periodic;

/// <summary>Work that one process does for all of them, again and again.</summary>
internal interface IPeriodicRound
{
    /// <summary>For the log.</summary>
    string Name { get; }

    /// <summary>Between the beginnings of two rounds; infinite where one round is enough.</summary>
    TimeSpan Every { get; }

    /// <summary>One round. It writes through the lease alone.</summary>
    Task RunAsync(HeldLease lease, CancellationToken ct);
}
