using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Organisations;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Organisations;

/// <summary>PUT /organisations/{id}</summary>
internal static class PutOrganisation
{
    public static void Map(IEndpointRouteBuilder organisations) => organisations.Put("/{id:guid}", Rules.ChangeOrganisation, HandleAsync)
        .Produces<OrganisationBody>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
        .WithName("putOrganisation").WithSummary("Replace what is known of an organisation");

    private static Task<IResult> HandleAsync(Guid id, Body<PutOrganisationBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
        writes.RunAsync(http, session => ReplaceAsync(session, id, body.Value, http, clock.GetUtcNow()));

    private static async Task<IResult> ReplaceAsync(WriteSession session, Guid id, OrganisationFields fields, HttpContext http, DateTimeOffset now)
    {
        if (await OrganisationStore.FindAsync(session, id) is not { } known)
        {
            return Problem.Of(MarketError.NotFound("organisation", id));
        }

        if (IfMatch.Check(http, known.Revision, required: true) is { } stale)
        {
            return stale;
        }

        var changed = known with
        {
            Revision = known.Revision + 1,
            Name = fields.Name!.Trim(),
            Kind = Codes.Parse<OrganisationKind>(fields.Kind!),
            CreditCode = fields.CleanCreditCode(),
            RegionCode = fields.RegionCode!,
            Nature = Cleaning.Trimmed(fields.Nature),
            ApprovesListings = fields.ApprovesListings ?? known.ApprovesListings,
            UpdatedAt = now,
        };
        if (changed.CreditCode is { } code && await OrganisationStore.FindByCreditCodeAsync(session, code) is { } other && other.Id != id)
        {
            return OrganisationMapping.CreditCodeTaken(other);
        }

        await OrganisationStore.UpdateAsync(session, changed);
        if (changed.CreditCode != known.CreditCode)
        {
            // The same code on both sides, or on a manager's employer and a side, is a conflict of interest that has just come to light.
            foreach (var manager in await ConflictChecks.AffectedAsync(session, id))
            {
                await ConflictChecks.FreezeAsync(session, manager, session.Actor.AccountId, now);
            }
        }

        return changed.ToAnswer(200, http.Request.PrefersEnglish());
    }
}
