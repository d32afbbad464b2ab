namespace TechBroker.Benchmarks.Peers;

/// <summary>What the peers' message says: this listing or need has been posted.</summary>
public sealed record PeerMessage
{
    public required bool IsNeed { get; init; }

    public required Guid Id { get; init; }

    /// <returns>Null where the address is that of something else.</returns>
    public static PeerMessage? Of(string location) => location.Split('/') is [.., ("listings" or "needs") and var kind, var id]
        ? new PeerMessage { IsNeed = kind == "needs", Id = Guid.Parse(id) }
        : null;
}

internal interface IPeerBus
{
    /// <summary>Answers after the broker's confirm.</summary>
    Task PublishAsync(PeerMessage message);
}
