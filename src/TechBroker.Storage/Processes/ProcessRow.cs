namespace TechBroker.Storage.Processes;

/// <summary>A process that works on this database, as it said itself when last seen.</summary>
public sealed record ProcessRow
{
    public required Guid Id { get; init; }

    /// <summary><c>serve</c> or <c>worker</c>.</summary>
    public required string Role { get; init; }

    /// <summary>Name of the machine or container, and the process id on it.</summary>
    public required string Host { get; init; }

    public required string Version { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>A <see cref="ProcessReport"/> as JSON.</summary>
    public required string Report { get; init; }
}
