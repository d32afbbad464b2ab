namespace TechBroker.Domain.Conflicts;

/// <summary>What was found between a person and an engagement's sides, or between the sides.</summary>
public enum ConflictKind
{
    /// <summary>The person works for a side.</summary>
    SameEmployer,

    /// <summary>The sides, or the person's employer and a side, are one legal person.</summary>
    SameCreditCode,

    /// <summary>Declared: an interest, family, or a former employer.</summary>
    DeclaredInterest,

    /// <summary>Declared: shares or another holding.</summary>
    DeclaredHolding,
}

/// <summary>What a person declares about an organisation.</summary>
public enum DeclarationKind
{
    Interest,
    Holding,
    Family,
    FormerEmployer,
}
