namespace TechBroker.Contracts.Http;

/// <summary>Everything that is held about the caller, by kind.</summary>
public sealed record PersonalDataBody
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<PersonalDataSection> Sections { get; init; }
}
