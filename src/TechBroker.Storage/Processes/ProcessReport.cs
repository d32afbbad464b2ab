namespace TechBroker.Storage.Processes;

/// <summary>What a process says of itself: times, numbers and codes. Properties that a newer version adds are passed over by an older one.</summary>
public sealed record ProcessReport
{
    /// <summary>Whether messages are consumed and relayed here.</summary>
    public bool Works { get; init; }

    /// <summary>When the relay last came round without a failure, whether or not there was anything to carry; null where none runs here.</summary>
    public DateTimeOffset? RelayAt { get; init; }

    /// <summary>Messages that consumers were handed and have not finished.</summary>
    public int InFlight { get; init; }

    /// <summary>Since when the oldest of them is under way.</summary>
    public DateTimeOffset? InFlightSince { get; init; }

    /// <summary>The change up to which the index has come.</summary>
    public long IndexChange { get; init; }

    /// <summary>Changes that the index has still to take.</summary>
    public long IndexLag { get; init; }

    /// <summary><c>ready</c>, or what the bus says of itself; null where there is none here.</summary>
    public string? Bus { get; init; }

    /// <summary>Type of the last exception of relay or consumers; never its message.</summary>
    public string? LastError { get; init; }

    public DateTimeOffset? LastErrorAt { get; init; }

    /// <summary>Asked to stop, and finishing what it has.</summary>
    public bool Draining { get; init; }
}
