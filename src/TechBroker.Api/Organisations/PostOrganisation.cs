using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Organisations;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Organisations;

/// <summary>POST /organisations</summary>
internal static class PostOrganisation
{
    public static void Map(IEndpointRouteBuilder organisations) => organisations.Post("", Rules.AddOrganisation, HandleAsync)
        .Produces<OrganisationBody>(201).ProducesProblem(400).ProducesProblem(409)
        .WithName("postOrganisation").WithSummary("Add an organisation");

    private static Task<IResult> HandleAsync(Body<PostOrganisationBody> body, HttpContext http, Writes writes, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var organisation = new Organisation
        {
            Id = Guid.NewGuid(),
            Revision = 1,
            Name = body.Value.Name!.Trim(),
            Kind = Codes.Parse<OrganisationKind>(body.Value.Kind!),
            CreditCode = body.Value.CleanCreditCode(),
            RegionCode = body.Value.RegionCode!,
            Nature = Cleaning.Trimmed(body.Value.Nature),
            ApprovesListings = body.Value.ApprovesListings is true,
            CreatedAt = now,
            UpdatedAt = now,
        };
        return writes.RunAsync(http, session => InsertAsync(session, organisation, http));
    }

    private static async Task<IResult> InsertAsync(WriteSession session, Organisation organisation, HttpContext http)
    {
        if (organisation.CreditCode is { } code && await OrganisationStore.FindByCreditCodeAsync(session, code) is { } other)
        {
            return OrganisationMapping.CreditCodeTaken(other);
        }

        await OrganisationStore.InsertAsync(session, organisation);
        return organisation.ToAnswer(201, http.Request.PrefersEnglish());
    }
}
