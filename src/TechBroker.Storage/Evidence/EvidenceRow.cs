using TechBroker.Domain;
using TechBroker.Domain.Evidence;

namespace TechBroker.Storage.Evidence;

/// <summary>A row of Evidence.</summary>
internal sealed record EvidenceRow
{
    public const string Columns =
        "Id, DealId, Kind, FileName, Format, Length, Sha256, Note, UploadedBy, UploadedFor, OrganisationId, UploadedAt, WithdrawnAt, WithdrawnBy, WithdrawnReason";

    public const string Parameters =
        "@Id, @DealId, @Kind, @FileName, @Format, @Length, @Sha256, @Note, @UploadedBy, @UploadedFor, @OrganisationId, @UploadedAt, @WithdrawnAt, @WithdrawnBy, @WithdrawnReason";

    public required Guid Id { get; init; }

    public required Guid DealId { get; init; }

    public required string Kind { get; init; }

    public required string FileName { get; init; }

    public required string Format { get; init; }

    public required long Length { get; init; }

    public required string Sha256 { get; init; }

    public string? Note { get; init; }

    public required Guid UploadedBy { get; init; }

    public required string UploadedFor { get; init; }

    public Guid? OrganisationId { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public Guid? WithdrawnBy { get; init; }

    public string? WithdrawnReason { get; init; }

    public static EvidenceRow Of(EvidenceFile f) => new()
    {
        Id = f.Id,
        DealId = f.DealId,
        Kind = Codes.Of(f.Kind),
        FileName = f.FileName,
        Format = Codes.Of(f.Format),
        Length = f.Length,
        Sha256 = f.Sha256,
        Note = f.Note,
        UploadedBy = f.UploadedBy,
        UploadedFor = f.UploadedFor,
        OrganisationId = f.OrganisationId,
        UploadedAt = f.UploadedAt,
        WithdrawnAt = f.WithdrawnAt,
        WithdrawnBy = f.WithdrawnBy,
        WithdrawnReason = f.WithdrawnReason,
    };

    public EvidenceFile ToFile() => new()
    {
        Id = Id,
        DealId = DealId,
        Kind = Codes.Parse<EvidenceKind>(Kind),
        FileName = FileName,
        Format = Codes.Parse<EvidenceFormat>(Format),
        Length = Length,
        Sha256 = Sha256,
        Note = Note,
        UploadedBy = UploadedBy,
        UploadedFor = UploadedFor,
        OrganisationId = OrganisationId,
        UploadedAt = UploadedAt,
        WithdrawnAt = WithdrawnAt,
        WithdrawnBy = WithdrawnBy,
        WithdrawnReason = WithdrawnReason,
    };
}
