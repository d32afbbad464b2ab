namespace TechBroker.Storage.Bus;

/// <summary>The relay of this process. What the process itself puts into the outbox belongs to it from the start, so that nobody has to claim it.</summary>
/// <param name="Name">Another one at each start.</param>
/// <param name="Lease">After so long without a word, others take its rows over.</param>
public sealed record RelayIdentity(string Name, TimeSpan Lease);

/// <summary>Says whose a row is that this process puts into the outbox.</summary>
public sealed class OutboxOwner(RelayIdentity? relay, TimeProvider clock)
{
    internal (string? LeasedBy, DateTimeOffset? LeasedUntil) OfNewRow() => relay is null ? (null, null) : (relay.Name, clock.GetUtcNow() + relay.Lease);
}
