namespace TechBroker.Contracts.Http;

/// <summary>A technology contract that was signed.</summary>
public sealed record PostDealBody
{
    /// <summary>Absent for a contract that came about elsewhere; only organisers record those.</summary>
    public Guid? EngagementId { get; init; }

    /// <summary>For a further contract of the same matter: the contract on record that it follows.</summary>
    public Guid? FollowsDealId { get; init; }

    /// <summary>development, transfer, licence, consulting or service.</summary>
    public string? ContractType { get; init; }

    /// <summary>A code of the vocabulary contract-subtypes that belongs to the contract type.</summary>
    public string? SubType { get; init; }

    /// <summary>1 to 300 characters.</summary>
    public string? Title { get; init; }

    /// <summary>The parties' own number; at most 100 characters.</summary>
    public string? ContractNumber { get; init; }

    /// <summary>One code (vocabulary:code) or name of a field of technology; the first of the listing's that a vocabulary knows where absent.</summary>
    public string? Field { get; init; }

    /// <summary>negotiated, listed, auction or tender; the engagement's where absent.</summary>
    public string? PriceMode { get; init; }

    /// <summary>Total amount, above zero.</summary>
    public MoneyBody? Amount { get; init; }

    /// <summary>The part of it that is paid for technology, in the same currency; all of it where absent.</summary>
    public MoneyBody? TechnologyAmount { get; init; }

    /// <summary>once (where absent), instalments, royalty or entryFeePlusRoyalty.</summary>
    public string? PaymentPlan { get; init; }

    /// <summary>For the plan instalments: they add up to the amount; at most 200.</summary>
    public IReadOnlyList<InstalmentBody>? Instalments { get; init; }

    /// <summary>For the plan entryFeePlusRoyalty; at most the amount.</summary>
    public MoneyBody? EntryFee { get; init; }

    /// <summary>For the plans with a royalty: hundredths of a per cent, 1 to 10,000.</summary>
    public int? RoyaltyBasisPoints { get; init; }

    /// <summary>The day on the contract; not in the future.</summary>
    public DateOnly? SignedOn { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    /// <summary>The rights that the contract moves; at most 50.</summary>
    public IReadOnlyList<IpBody>? Ip { get; init; }

    /// <summary>Those who made the result, with shares that make 10,000 together; at most 100. The buyer's side never sees them.</summary>
    public IReadOnlyList<InventorBody>? Inventors { get; init; }

    /// <summary>The listing's organisation where absent; at most 20.</summary>
    public IReadOnlyList<DealPartyBody>? Sellers { get; init; }

    /// <summary>The need's organisation where absent; at most 20.</summary>
    public IReadOnlyList<DealPartyBody>? Buyers { get; init; }
}
