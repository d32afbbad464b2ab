namespace TechBroker.Domain;

/// <summary>How the two sides want to work together.</summary>
public enum CooperationMode
{
    Transfer,
    Licence,
    Equity,
    JointDevelopment,
    CommissionedDevelopment,
    TechnicalService,
    JointLaboratory,
}
