namespace TechBroker.Contracts.Http;

/// <summary>A signing ceremony.</summary>
public sealed record CeremonyBody
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required string Place { get; init; }

    public string? OrganiserNote { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Of one ceremony: its technology contracts that stand; absent in lists.</summary>
    public CeremonyTotalsBody? Contracts { get; init; }

    /// <summary>Of one ceremony: its investments that stand, never added to the contracts; absent in lists.</summary>
    public CeremonyTotalsBody? Investments { get; init; }
}

/// <summary>How many, and how much in each currency.</summary>
public sealed record CeremonyTotalsBody
{
    public required int Count { get; init; }

    public required IReadOnlyList<MoneyBody> Amounts { get; init; }
}
