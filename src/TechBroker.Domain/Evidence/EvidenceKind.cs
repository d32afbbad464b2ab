namespace TechBroker.Domain.Evidence;

/// <summary>What a file of a contract shows.</summary>
public enum EvidenceKind
{
    Contract,
    RegistrationCertificate,
    PaymentProof,
    Acceptance,
    Other,
}
