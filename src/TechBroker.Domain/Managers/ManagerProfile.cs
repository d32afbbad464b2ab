namespace TechBroker.Domain.Managers;

/// <summary>The grades of Beijing's standard for technology managers (DB11/T 1788-2020).</summary>
public enum ManagerLevel
{
    Junior,
    Intermediate,
    Senior,
}

/// <summary>What a technology manager can take on. An account with the role and nothing entered is a junior generalist with <see cref="UsualCapacity"/>.</summary>
public sealed record ManagerProfile
{
    public const int UsualCapacity = 20, LargestCapacity = 500;

    public required Guid ManagerId { get; init; }

    /// <summary>Zero before anything was entered.</summary>
    public int Revision { get; init; }

    public ManagerLevel Level { get; init; }

    /// <summary>Codes of the vocabularies, or free terms, as in a listing's fields.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Six-digit codes, of which the province counts, or ISO 3166 countries.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Lower-case codes of ISO 639-1.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public string? Employer { get; init; }

    /// <summary>The pool that the manager was recruited from.</summary>
    public string? Source { get; init; }

    /// <summary>Live engagements at most.</summary>
    public int Capacity { get; init; } = UsualCapacity;

    public DateTimeOffset? UpdatedAt { get; init; }
}
