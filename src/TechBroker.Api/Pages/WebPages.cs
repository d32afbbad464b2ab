using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Health;
using TechBroker.Api.Http;

namespace TechBroker.Api.Pages;

/// <summary>
/// The pages of TechBroker.Web: one document for all of their addresses, whose script shows the right one. An address that is not among
/// these is answered with the same document as 404, so that people read it in their language (<see cref="AnswerUnknownAsync"/>).
/// </summary>
internal static class WebPages
{
    /// <summary>As in TechBroker.Web/src/app/routes.tsx. All pages that ask people to sign in are below /work.</summary>
    private static readonly string[] Addresses =
        ["/listings", "/listings/{id:guid}", "/needs", "/needs/{id:guid}", "/showcase", "/publicity", "/sign-in", "/forgot-password", "/work/{**page}"];

    // Beside pages there are programs' addresses; what is wrong there is said in their way.
    private static readonly PathString[] OfPrograms = ["/api", "/openapi", "/health", BuiltFiles.Folder];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/", Rule.Anyone, (HttpRequest request) => request.WantsPage() ? new WebPage(200) : FrontPage.Answer(request)).ExcludeFromDescription();
        foreach (var address in Addresses)
        {
            app.Get(address, Rule.Anyone, () => new WebPage(200)).ExcludeFromDescription();
        }
    }

    /// <summary>For a status without a body, as for an address that leads nowhere.</summary>
    public static Task AnswerUnknownAsync(HttpContext http)
    {
        var (request, status) = (http.Request, http.Response.StatusCode);
        var isPage = status == StatusCodes.Status404NotFound && HttpMethods.IsGet(request.Method) && request.WantsPage()
            && !Array.Exists(OfPrograms, p => request.Path.StartsWithSegments(p));
        return isPage ? new WebPage(status).ExecuteAsync(http) : UnexpectedErrors.ForStatus(status).ExecuteAsync(http);
    }

    // Browsers name it first when they open an address; scripts and programs do not.
    private static bool WantsPage(this HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
