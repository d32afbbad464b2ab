namespace TechBroker.Storage.Deals;

/// <summary>Whose contracts a reader gets, and which of them. Also the parameters of the statement.</summary>
public sealed record DealFilter
{
    /// <summary>Everybody's.</summary>
    public bool All { get; init; }

    /// <summary>Those to which the reader's organisation is a party.</summary>
    public Guid? ReaderOrganisationId { get; init; }

    /// <summary>Those that the reader signed as a person.</summary>
    public Guid? ReaderId { get; init; }

    public string? State { get; init; }

    public string? ContractType { get; init; }

    public Guid? ManagerId { get; init; }

    /// <summary>One of the parties.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Signed on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Signed on this day or earlier.</summary>
    public DateOnly? To { get; init; }

    public DateTimeOffset? Before { get; init; }

    public Guid? BeforeId { get; init; }

    public int Limit { get; init; } = 50;
}
