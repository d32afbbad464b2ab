using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TechBroker.Api.Http;

/// <summary>
/// Names the request's span after its route, and takes the caller's baggage off it: what a stranger puts there would travel with every
/// message and call that the request causes.
/// </summary>
internal static class RequestTrace
{
    public static Task RunAsync(HttpContext http, RequestDelegate next)
    {
        if (Activity.Current is { } activity)
        {
            foreach (var (name, _) in activity.Baggage.ToList())
            {
                activity.SetBaggage(name, null);
            }

            if (activity.IsAllDataRequested && http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
            {
                activity.SetTag("http.route", route);
            }
        }

        return next(http);
    }
}
