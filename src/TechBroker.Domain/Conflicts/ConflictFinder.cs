using TechBroker.Domain.Engagements;

namespace TechBroker.Domain.Conflicts;

/// <summary>What conflicts are found from: where a person works and what they declared.</summary>
public sealed record PersonFacts(Guid AccountId, Guid? OrganisationId, string? CreditCode, IReadOnlyList<DeclaredTie> Declared);

/// <summary>A declaration that has not been withdrawn.</summary>
public sealed record DeclaredTie(Guid OrganisationId, DeclarationKind Kind);

/// <summary>Whose listing or need it is.</summary>
public sealed record SideFacts(Guid? OrganisationId, string? CreditCode);

/// <summary>A conflict with one side, or between both where <see cref="Side"/> is null.</summary>
public sealed record ConflictFinding(ConflictKind Kind, EngagementSide? Side);

/// <summary>Finds every reason why a person may not broker between two sides.</summary>
public static class ConflictFinder
{
    /// <param name="person">Null for a side that acts for itself: then only the two sides are compared.</param>
    /// <param name="listing">The listing's organisation.</param>
    /// <param name="need">The need's organisation.</param>
    public static IReadOnlyList<ConflictFinding> Find(PersonFacts? person, SideFacts listing, SideFacts need)
    {
        var found = new List<ConflictFinding>();
        if (AreOne(listing.OrganisationId, listing.CreditCode, need))
        {
            found.Add(new(ConflictKind.SameCreditCode, null));
        }

        if (person is not null)
        {
            found.AddRange(With(person, EngagementSide.Listing, listing));
            found.AddRange(With(person, EngagementSide.Need, need));
        }

        return found;
    }

    private static IEnumerable<ConflictFinding> With(PersonFacts person, EngagementSide side, SideFacts facts)
    {
        if (person.OrganisationId is { } employer && employer == facts.OrganisationId)
        {
            yield return new(ConflictKind.SameEmployer, side);
        }
        else if (AreOne(null, person.CreditCode, facts))
        {
            yield return new(ConflictKind.SameCreditCode, side);
        }

        foreach (var kind in person.Declared.Where(d => d.OrganisationId == facts.OrganisationId).Select(d => KindOf(d.Kind)).Distinct().Order())
        {
            yield return new(kind, side);
        }
    }

    // One organisation on both ends is one legal person even where nobody has entered its code.
    private static bool AreOne(Guid? organisationId, string? creditCode, SideFacts other) =>
        (organisationId is not null && organisationId == other.OrganisationId)
        || (!string.IsNullOrWhiteSpace(creditCode) && string.Equals(creditCode.Trim(), other.CreditCode?.Trim(), StringComparison.OrdinalIgnoreCase));

    private static ConflictKind KindOf(DeclarationKind kind) => kind is DeclarationKind.Holding ? ConflictKind.DeclaredHolding : ConflictKind.DeclaredInterest;
}
