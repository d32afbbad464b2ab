using Microsoft.AspNetCore.Http;

namespace TechBroker.Api.Health;

/// <summary>
/// The time between being told to stop and taking no more requests: readiness already says no, and everything is still served, so that whatever sends
/// requests here can turn elsewhere without one of them failing.
/// </summary>
public sealed class Draining(TimeSpan lasts)
{
    private volatile bool begun;

    public TimeSpan Lasts { get; } = lasts;

    public bool HasBegun => begun;

    public void Begin() => begun = true;

    /// <summary>Asks each client to send its next request over another connection: one that stays open would be closed under a request.</summary>
    internal Task MarkAsync(HttpContext http, RequestDelegate next)
    {
        if (begun && HttpProtocol.IsHttp11(http.Request.Protocol))
        {
            http.Response.Headers.Connection = "close";
        }

        return next(http);
    }
}
