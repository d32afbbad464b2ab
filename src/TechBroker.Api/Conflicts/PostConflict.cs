using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Engagements;
using TechBroker.Api.Http;
using TechBroker.Api.Organisations;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Conflicts;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Conflicts;

/// <summary>POST /conflicts: a person declares a tie; what they run with that organisation freezes in the same transaction.</summary>
internal static class PostConflict
{
    public static void Map(IEndpointRouteBuilder conflicts) => conflicts.Post("", Rules.DeclareConflict, HandleAsync)
        .Produces<ConflictBody>(201).ProducesProblem(400).ProducesProblem(409)
        .WithName("declareConflict").WithSummary("Declare a conflict of interest with an organisation");

    private static Task<IResult> HandleAsync(Body<PostConflictBody> body, HttpContext http, Writes writes, TimeProvider clock)
    {
        var declaration = new ConflictDeclaration
        {
            Id = Guid.NewGuid(),
            AccountId = Caller.Required(http).AccountId,
            OrganisationId = body.Value.OrganisationId!.Value,
            Kind = Codes.Parse<DeclarationKind>(body.Value.Kind!),
            Note = Cleaning.Trimmed(body.Value.Note),
            DeclaredAt = clock.GetUtcNow(),
        };
        return writes.RunAsync(http, session => DeclareAsync(session, declaration));
    }

    private static async Task<IResult> DeclareAsync(WriteSession session, ConflictDeclaration declaration)
    {
        if (await Owner.RefuseAsync(session, declaration.OrganisationId) is { } refused)
        {
            return refused;
        }

        if (await ConflictStore.InsertAsync(session, declaration) is { } standing)
        {
            return Problem.Of(ConflictDeclaration.DeclaredAlready(standing));
        }

        var frozen = await ConflictChecks.FreezeAsync(session, declaration.AccountId, declaration.AccountId, declaration.DeclaredAt);
        return new Answer(201, declaration.ToBody() with { FrozenEngagements = frozen });
    }
}

internal sealed class PostConflictValidator : AbstractValidator<PostConflictBody>
{
    public PostConflictValidator()
    {
        RuleFor(c => c.OrganisationId).NotNull().Says("须指明单位（organisationId）。", "Name the organisation (organisationId).");
        RuleFor(c => c.Kind).Required("关系类型", "The kind");
        RuleFor(c => c.Kind).CodeOf<PostConflictBody, DeclarationKind>();
        RuleFor(c => c.Note).PlainText(NoteLength.Most);
    }
}
