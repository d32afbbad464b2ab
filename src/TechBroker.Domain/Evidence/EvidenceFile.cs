namespace TechBroker.Domain.Evidence;

/// <summary>A file that shows something of a contract. It is never changed or deleted, only withdrawn.</summary>
public sealed record EvidenceFile
{
    /// <summary>Uploaded by the people of the centre, or by a party of the contract.</summary>
    public const string ForCentre = "centre", ForParty = "party";

    public required Guid Id { get; init; }

    public required Guid DealId { get; init; }

    public required EvidenceKind Kind { get; init; }

    public required string FileName { get; init; }

    public required EvidenceFormat Format { get; init; }

    /// <summary>In bytes.</summary>
    public required long Length { get; init; }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public string? Note { get; init; }

    public required Guid UploadedBy { get; init; }

    public required string UploadedFor { get; init; }

    /// <summary>Of the party that uploaded it; null where that is a person alone, or the centre.</summary>
    public Guid? OrganisationId { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public Guid? WithdrawnBy { get; init; }

    public string? WithdrawnReason { get; init; }

    public Outcome<EvidenceFile> Withdraw(Guid by, string reason, DateTimeOffset now) => WithdrawnAt is null
        ? this with { WithdrawnAt = now, WithdrawnBy = by, WithdrawnReason = reason }
        : EvidenceErrors.Withdrawn();
}
