namespace TechBroker.Contracts.Http;

/// <summary>A file that shows something of a contract.</summary>
public sealed record EvidenceBody
{
    public required Guid Id { get; init; }

    public required Guid DealId { get; init; }

    /// <summary>contract, registrationCertificate, paymentProof, acceptance or other.</summary>
    public required string Kind { get; init; }

    /// <summary>Cleaned; its end fits what is in the file.</summary>
    public required string FileName { get; init; }

    /// <summary>As checked by content.</summary>
    public required string MediaType { get; init; }

    /// <summary>In bytes.</summary>
    public required long Length { get; init; }

    /// <summary>64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public string? Note { get; init; }

    /// <summary>centre or party.</summary>
    public required string UploadedFor { get; init; }

    /// <summary>The party's organisation that uploaded it.</summary>
    public Guid? OrganisationId { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public string? WithdrawnReason { get; init; }
}
