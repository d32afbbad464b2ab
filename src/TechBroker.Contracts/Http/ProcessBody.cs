namespace TechBroker.Contracts.Http;

/// <summary>A process that works on this database, as it said itself when last seen.</summary>
public sealed record ProcessBody
{
    public required Guid Id { get; init; }

    /// <summary><c>serve</c> or <c>worker</c>.</summary>
    public required string Role { get; init; }

    /// <summary>Name of the machine or container, and the process id on it.</summary>
    public required string Host { get; init; }

    public required string Version { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Seen within the last 35 seconds.</summary>
    public required bool Alive { get; init; }

    /// <summary>Whether it consumes and relays messages.</summary>
    public required bool Works { get; init; }

    /// <summary>Asked to stop, and finishing what it has.</summary>
    public required bool Draining { get; init; }

    /// <summary>When its relay last came round.</summary>
    public DateTimeOffset? RelayAt { get; init; }

    /// <summary>Messages that its consumers have in hand.</summary>
    public required int InFlight { get; init; }

    /// <summary>Since when the oldest of them is under way.</summary>
    public DateTimeOffset? InFlightSince { get; init; }

    /// <summary>The change up to which its index has come.</summary>
    public required long IndexChange { get; init; }

    /// <summary>Changes that its index had still to take.</summary>
    public required long IndexLag { get; init; }

    /// <summary>What its bus says of itself.</summary>
    public string? Bus { get; init; }

    /// <summary>Type of the last exception of relay or consumers.</summary>
    public string? LastError { get; init; }

    public DateTimeOffset? LastErrorAt { get; init; }
}

/// <summary>All processes that are known; at most a few dozen.</summary>
public sealed record ProcessesBody
{
    public required IReadOnlyList<ProcessBody> Items { get; init; }
}
