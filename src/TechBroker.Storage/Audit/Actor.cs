namespace TechBroker.Storage.Audit;

/// <summary>On whose behalf something is written.</summary>
public sealed record Actor
{
    /// <summary>The program itself: workers, expiry, imports that were accepted before.</summary>
    public static readonly Actor System = new() { Kind = "system" };

    /// <summary>Somebody at the command line of the machine.</summary>
    public static readonly Actor Operator = new() { Kind = "operator", Via = "commandLine" };

    /// <summary>Whoever holds a one-time link.</summary>
    public static readonly Actor ByLink = new() { Kind = "person", Via = "link" };

    public Guid? AccountId { get; init; }

    /// <summary>person, system or operator.</summary>
    public required string Kind { get; init; }

    /// <summary>How they came in: browser, program, apiKey, commandLine.</summary>
    public string? Via { get; init; }

    /// <summary>The network address they came from.</summary>
    public string? Address { get; init; }
}
