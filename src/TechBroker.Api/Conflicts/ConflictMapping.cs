using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Conflicts;

namespace TechBroker.Api.Conflicts;

/// <summary>A declaration in HTTP's words.</summary>
internal static class ConflictMapping
{
    public static ConflictBody ToBody(this ConflictDeclaration declaration) => new()
    {
        Id = declaration.Id,
        AccountId = declaration.AccountId,
        OrganisationId = declaration.OrganisationId,
        Kind = Codes.Of(declaration.Kind),
        Note = declaration.Note,
        DeclaredAt = declaration.DeclaredAt,
        WithdrawnAt = declaration.WithdrawnAt,
    };
}
