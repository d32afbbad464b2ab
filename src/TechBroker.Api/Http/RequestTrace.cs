using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TechBroker.Api.Http;

/// <summary>
/// Says on the request's span what it was, by method, route and status: never by its path, in which strangers write what they like. Takes the
/// caller's baggage off it, which would travel with every message and call that the request causes.
/// </summary>
internal static class RequestTrace
{
    private static readonly HashSet<string> Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"];

    public static Task RunAsync(HttpContext http, RequestDelegate next)
    {
        if (Activity.Current is { } activity)
        {
            foreach (var (name, _) in activity.Baggage.ToList())
            {
                activity.SetBaggage(name, null);
            }

            if (activity.IsAllDataRequested)
            {
                Describe(http, activity);
            }
        }

        return next(http);
    }

    private static void Describe(HttpContext http, Activity activity)
    {
        activity.SetTag("http.request.method", Methods.Contains(http.Request.Method) ? http.Request.Method : "_OTHER");
        if (http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
        {
            activity.SetTag("http.route", route.Length > 1 ? route.TrimEnd('/') : route);
        }

        // What an exception makes of the answer is known only then.
        http.Response.OnStarting(() =>
        {
            activity.SetTag("http.response.status_code", http.Response.StatusCode);
            return Task.CompletedTask;
        });
    }
}
