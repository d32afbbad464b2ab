namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /engagements/{id}/objections: somebody objects to what was made public, which starts its clock anew.</summary>
public sealed record EngagementObjectionBody
{
    /// <summary>The day on which it arrived.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>What it says; for the centre alone.</summary>
    public string? Text { get; init; }
}
