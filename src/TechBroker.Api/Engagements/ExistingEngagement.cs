using Microsoft.AspNetCore.Http;
using TechBroker.Api.Http;
using TechBroker.Domain.Engagements;

namespace TechBroker.Api.Engagements;

/// <summary>409: the pair has a live engagement already; Location leads to it.</summary>
internal sealed record ExistingEngagement(Guid Id) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.Location = EngagementMapping.PathOf(Id);
        return Problem.Of(EngagementErrors.Exists(Id)).ExecuteAsync(httpContext);
    }
}
