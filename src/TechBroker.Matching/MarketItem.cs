namespace TechBroker.Matching;

/// <summary>What matching knows of a listing or a need. Comes from the change feed or from a file.</summary>
public sealed record MarketItem
{
    public required Side Side { get; init; }

    public required Guid Id { get; init; }

    public required int Revision { get; init; }

    /// <summary>May be empty: evaluation files hold listings without any text.</summary>
    public required string Title { get; init; }

    public string Summary { get; init; } = "";

    public string Description { get; init; } = "";

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Vocabulary codes such as <c>future-industries:biomanufacturing</c>, or free terms.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>1-9 by GB/T 22900: of a listing what it has reached, of a need the least it asks for.</summary>
    public int? Trl { get; init; }

    /// <summary>transfer, licence, equity, jointDevelopment, commissionedDevelopment, technicalService, jointLaboratory.</summary>
    public IReadOnlyList<string> CooperationModes { get; init; } = [];

    /// <summary>Six digits of GB/T 2260, or ISO 3166 alpha-2 for foreign parties.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Of a listing the asking price, of a need the budget.</summary>
    public Price? Price { get; init; }

    /// <summary><c>type:status</c>, for instance <c>patent:granted</c>.</summary>
    public IReadOnlyList<string> Ip { get; init; } = [];

    public DateOnly? PostedOn { get; init; }

    /// <summary>Needs only: when the answer has to be there.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>A blind or private need. It is ranked like any other, but takes part in nothing that others are answered.</summary>
    public bool Hidden { get; init; }

    /// <summary>False where its poster objects: it is searched and, of a listing, counts in the statistics, but is paired with nothing.</summary>
    public bool Matched { get; init; } = true;

    /// <summary>Of a hidden need what everyone may read, and therefore search; null for nothing.</summary>
    public string? PublicText { get; init; }
}
