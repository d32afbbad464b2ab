using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TechBroker.Api.Access;

#pragma warning disable RS0030 // Everywhere else the framework's Map methods are banned: they take no rule.

/// <summary>Maps endpoints, each with its rule; there is no way to map one without.</summary>
internal static class Routes
{
    private static readonly string[] Gets = [HttpMethods.Get], Posts = [HttpMethods.Post], Puts = [HttpMethods.Put], Deletes = [HttpMethods.Delete];

    public static RouteGroupBuilder Group(this IEndpointRouteBuilder routes, string prefix) => routes.MapGroup(prefix);

    public static RouteHandlerBuilder Get(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Rule rule, Delegate handler) => Map(routes, Gets, pattern, rule, handler);

    public static RouteHandlerBuilder Post(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Rule rule, Delegate handler) => Map(routes, Posts, pattern, rule, handler);

    public static RouteHandlerBuilder Put(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Rule rule, Delegate handler) => Map(routes, Puts, pattern, rule, handler);

    public static RouteHandlerBuilder Delete(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Rule rule, Delegate handler) => Map(routes, Deletes, pattern, rule, handler);

    /// <summary>What others map (the API document) gets its rule here; whatever has none stops the start.</summary>
    /// <exception cref="InvalidOperationException">An endpoint has no rule.</exception>
    public static void CheckRules(this IEndpointRouteBuilder routes)
    {
        if (routes.DataSources.SelectMany(s => s.Endpoints).FirstOrDefault(e => e.Metadata.GetMetadata<Rule>() is null) is { } open)
        {
            throw new InvalidOperationException($"The endpoint {open.DisplayName} declares no rule.");
        }
    }

    /// <summary>
    /// As the framework's own, but for one thing: that compiles the code that binds a handler's parameters for every endpoint before the first
    /// request is served, a third of the processor time that a start takes; here each is compiled with its first request.
    /// </summary>
    private static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, string[] methods, string pattern, Rule rule, Delegate handler)
    {
        var endpoint = routes.MapMethods(pattern, methods, Replaced);
        endpoint.Add(builder => Bind((RouteEndpointBuilder)builder, handler));
        return new RouteHandlerBuilder([endpoint]).WithMetadata(rule);
    }

    private static void Bind(RouteEndpointBuilder builder, Delegate handler)
    {
        // The API document reads what the handler takes from here.
        builder.Metadata.Add(handler.Method);
        RequestDelegateFactory.InferMetadata(handler.Method, Options(builder, builder));

        // The framework would compile them around what is replaced.
        var later = new RouteEndpointBuilder(null, builder.RoutePattern, builder.Order) { ApplicationServices = builder.ApplicationServices };
        foreach (var filter in builder.FilterFactories)
        {
            later.FilterFactories.Add(filter);
        }

        builder.FilterFactories.Clear();
        var compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, Options(builder, later)).RequestDelegate);
        builder.RequestDelegate = http => compiled.Value(http);
    }

    private static RequestDelegateFactoryOptions Options(RouteEndpointBuilder route, EndpointBuilder target) => new()
    {
        ServiceProvider = route.ApplicationServices,
        RouteParameterNames = route.RoutePattern.Parameters.Select(p => p.Name),
        EndpointBuilder = target,
    };

    private static Task Replaced(HttpContext http) => throw new InvalidOperationException("An endpoint was not bound to its handler.");
}
