using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace TechBroker.Api.Access;

#pragma warning disable RS0030 // Everywhere else the framework's Map methods are banned: they take no rule.

/// <summary>Maps endpoints, each with its rule; there is no way to map one without.</summary>
internal static class Routes
{
    public static RouteGroupBuilder Group(this IEndpointRouteBuilder routes, string prefix) => routes.MapGroup(prefix);

    public static RouteHandlerBuilder Get(this IEndpointRouteBuilder routes, string pattern, Rule rule, Delegate handler) => routes.MapGet(pattern, handler).WithMetadata(rule);

    public static RouteHandlerBuilder Post(this IEndpointRouteBuilder routes, string pattern, Rule rule, Delegate handler) => routes.MapPost(pattern, handler).WithMetadata(rule);

    public static RouteHandlerBuilder Put(this IEndpointRouteBuilder routes, string pattern, Rule rule, Delegate handler) => routes.MapPut(pattern, handler).WithMetadata(rule);

    public static RouteHandlerBuilder Delete(this IEndpointRouteBuilder routes, string pattern, Rule rule, Delegate handler) => routes.MapDelete(pattern, handler).WithMetadata(rule);

    /// <summary>What others map (the API document) gets its rule here; whatever has none stops the start.</summary>
    /// <exception cref="InvalidOperationException">An endpoint has no rule.</exception>
    public static void CheckRules(this IEndpointRouteBuilder routes)
    {
        if (routes.DataSources.SelectMany(s => s.Endpoints).FirstOrDefault(e => e.Metadata.GetMetadata<Rule>() is null) is { } open)
        {
            throw new InvalidOperationException($"The endpoint {open.DisplayName} declares no rule.");
        }
    }
}
