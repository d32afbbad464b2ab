namespace TechBroker.Domain.Conflicts;

/// <summary>A person's own statement about an organisation; never deleted, only withdrawn.</summary>
public sealed record ConflictDeclaration
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required DeclarationKind Kind { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset DeclaredAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public Outcome<ConflictDeclaration> Withdraw(DateTimeOffset now) => WithdrawnAt is null
        ? this with { WithdrawnAt = now }
        : new MarketError("conflict-wrong-state", ErrorKind.Conflict, new(
            "该声明已撤回，无需重复操作；如情况再次发生，请重新声明。",
            "This declaration was withdrawn already; declare it anew if it is true again."));

    public static MarketError DeclaredAlready(Guid id) => new("conflict-already-declared", ErrorKind.Conflict, new(
        $"您已就该单位作过同类声明（{id}），仍然有效，无需重复。",
        $"You have declared this about the organisation already ({id}), and it still stands."));
}
