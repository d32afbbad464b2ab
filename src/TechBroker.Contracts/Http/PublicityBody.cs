namespace TechBroker.Contracts.Http;

/// <summary>A negotiated price that is public these days.</summary>
public sealed record PublicityBody
{
    /// <summary>Names it in an objection.</summary>
    public required Guid Id { get; init; }

    public required Guid ListingId { get; init; }

    /// <summary>The listing's.</summary>
    public required string Title { get; init; }

    public Guid? OrganisationId { get; init; }

    /// <summary>Of the organisation that offers it.</summary>
    public string? Organisation { get; init; }

    public required MoneyBody Price { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The first day on which the contract may be signed.</summary>
    public required DateOnly Until { get; init; }
}
