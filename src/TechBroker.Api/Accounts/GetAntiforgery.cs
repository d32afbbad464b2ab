using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Accounts;

/// <summary>GET /auth/antiforgery: the value that a page sends in X-CSRF-Token with whatever it changes. Ask again after signing in.</summary>
internal static class GetAntiforgery
{
    public const string Header = "X-CSRF-Token";

    public static void Map(IEndpointRouteBuilder auth) => auth
        .Get("/antiforgery", Rule.Anyone, (HttpContext http, IAntiforgery antiforgery) =>
            new Answer(200, new AntiforgeryBody { Header = Header, Token = antiforgery.GetAndStoreTokens(http).RequestToken! }))
        .Produces<AntiforgeryBody>()
        .WithName("getAntiforgery").WithSummary("The antiforgery token for pages");
}
