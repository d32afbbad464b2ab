namespace TechBroker.Contracts.Http;

/// <summary>Where the audit record ends.</summary>
public sealed record AuditHeadBody
{
    /// <summary>Number of the last entry; 0 where there is none.</summary>
    public required long Seq { get; init; }

    public string? Hash { get; init; }

    /// <summary><c>SEQ:HASH</c>, to be noted elsewhere and given to <c>techbroker audit verify --head</c>.</summary>
    public string? Mark { get; init; }

    /// <summary>Whether the end is genuine. That nothing before it was changed only <c>techbroker audit verify</c> says.</summary>
    public required bool Genuine { get; init; }

    /// <summary>What is wrong with it.</summary>
    public string? Fault { get; init; }
}
