using TechBroker.Domain.Engagements;

namespace TechBroker.Domain.Deals;

/// <summary>A technology contract. What was agreed never changes once it is recorded; every action makes a new revision.</summary>
public sealed record Deal
{
    public required Guid Id { get; init; }

    public required int Revision { get; init; }

    public required DealState State { get; init; }

    /// <summary>Null where it came about elsewhere.</summary>
    public Guid? EngagementId { get; init; }

    /// <summary>The earlier contract of the same matter that this one adds to.</summary>
    public Guid? FollowsDealId { get; init; }

    public Guid? CeremonyId { get; init; }

    /// <summary>Who ran the engagement when it was signed.</summary>
    public Guid? ManagerId { get; init; }

    public required ContractType ContractType { get; init; }

    /// <summary>A code of the vocabulary contract-subtypes.</summary>
    public string? SubType { get; init; }

    public required string Title { get; init; }

    /// <summary>The parties' own number.</summary>
    public string? ContractNumber { get; init; }

    /// <summary>One field of technology, as <c>vocabulary:code</c>.</summary>
    public string? Field { get; init; }

    public PriceMode? PriceMode { get; init; }

    /// <summary>合同成交额, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>技术交易额: the part of the amount that is paid for technology, in minor units of the same currency.</summary>
    public required long TechnologyMinorUnits { get; init; }

    public required PaymentPlan PaymentPlan { get; init; }

    public required DealTerms Terms { get; init; }

    public required DateOnly SignedOn { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    /// <summary>Sellers first, in the order of the contract; at least one of each side.</summary>
    public required IReadOnlyList<DealParty> Parties { get; init; }

    /// <summary>14 or 16 digits.</summary>
    public string? RegistrationNumber { get; init; }

    public DateOnly? RegisteredOn { get; init; }

    public string? RegistrationPlace { get; init; }

    /// <summary>The last refusal; a registration may have followed.</summary>
    public DateOnly? RefusedOn { get; init; }

    public string? RefusalReason { get; init; }

    public DateOnly? EndedOn { get; init; }

    public string? EndReason { get; init; }

    public DateTimeOffset? ReversedAt { get; init; }

    public string? ReversalReason { get; init; }

    public required Guid RecordedBy { get; init; }

    /// <summary>The second person who approved or rejected it.</summary>
    public Guid? DecidedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public IEnumerable<DealParty> Sellers => Parties.Where(p => p.Side is DealSide.Seller);

    public IEnumerable<DealParty> Buyers => Parties.Where(p => p.Side is DealSide.Buyer);

    /// <summary>Signed and neither rejected nor reversed: it counts.</summary>
    public bool Stands => DealStates.Stands(State);

    /// <summary>Payments may go beyond the amount.</summary>
    public bool HasRoyalty => PaymentPlan is PaymentPlan.Royalty or PaymentPlan.EntryFeePlusRoyalty;
}

/// <summary>Who signed. Known here as an organisation, as a person, or by name only.</summary>
public sealed record DealParty
{
    public required DealSide Side { get; init; }

    public Guid? OrganisationId { get; init; }

    public Guid? AccountId { get; init; }

    public required string Name { get; init; }

    public required DealPartyKind Kind { get; init; }

    /// <summary>Six digits of GB/T 2260, or ISO 3166 alpha-2.</summary>
    public required string RegionCode { get; init; }

    public string? CreditCode { get; init; }
}

/// <summary>What else was agreed; kept as one document.</summary>
public sealed record DealTerms
{
    public IReadOnlyList<Instalment> Instalments { get; init; } = [];

    /// <summary>In minor units of the contract's currency.</summary>
    public long? EntryFeeMinorUnits { get; init; }

    /// <summary>In hundredths of a per cent of the licensee's turnover with it.</summary>
    public int? RoyaltyBasisPoints { get; init; }

    public IReadOnlyList<IpRight> Ip { get; init; } = [];

    /// <summary>Those who made the result. The buyer's side sees neither names nor shares.</summary>
    public IReadOnlyList<InventorShare> Inventors { get; init; } = [];
}

/// <summary>In minor units of the contract's currency.</summary>
public sealed record Instalment(DateOnly DueOn, long MinorUnits);

/// <summary>Shares are hundredths of a per cent; those of a contract make 10,000.</summary>
public sealed record InventorShare(string Name, int BasisPoints, string? Role);
