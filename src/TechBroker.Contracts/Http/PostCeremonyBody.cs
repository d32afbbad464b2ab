namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /ceremonies.</summary>
public sealed record PostCeremonyBody
{
    public string? Title { get; init; }

    public DateOnly? HeldOn { get; init; }

    public string? Place { get; init; }

    /// <summary>For the people of the centre; not on the printed list.</summary>
    public string? OrganiserNote { get; init; }
}
