using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TechBroker.Api.Access;

#pragma warning disable RS0030 // Everywhere else the framework's Map methods are banned: they take no rule.

/// <summary>Maps endpoints, each with its rule; there is no way to map one without.</summary>
internal static class Routes
{
    public static RouteGroupBuilder Group(this IEndpointRouteBuilder routes, string prefix) => routes.MapGroup(prefix);

    public static RouteHandlerBuilder Get(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Rule rule, Delegate handler) => Map(routes, "GET", pattern, rule, handler);

    public static RouteHandlerBuilder Post(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Rule rule, Delegate handler) => Map(routes, "POST", pattern, rule, handler);

    public static RouteHandlerBuilder Put(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Rule rule, Delegate handler) => Map(routes, "PUT", pattern, rule, handler);

    public static RouteHandlerBuilder Delete(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Rule rule, Delegate handler) => Map(routes, "DELETE", pattern, rule, handler);

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
    /// As the framework maps a handler, but for one thing: that compiles the code that binds a handler's parameters for every endpoint before the
    /// first request is served, a third of the processor time that a start takes; here each is compiled with its first request.
    /// </summary>
    private static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, string method, string pattern, Rule rule, Delegate handler)
    {
        var endpoint = routes.MapMethods(pattern, [method], Replaced);
        endpoint.Add(builder => Bind((RouteEndpointBuilder)builder, handler, mayHaveBody: method is not ("GET" or "DELETE")));
        endpoint.Finally(CheckFilters);
        return new RouteHandlerBuilder([endpoint]).WithMetadata(rule);
    }

    private static void Bind(RouteEndpointBuilder builder, Delegate handler, bool mayHaveBody)
    {
        // The API document reads from here what the handler takes.
        builder.Metadata.Add(handler.Method);
        RequestDelegateFactory.InferMetadata(handler.Method, Options(builder));
        foreach (var attribute in handler.Method.GetCustomAttributes())
        {
            builder.Metadata.Add(attribute);
        }

        // The framework would compile the filters of its groups around what is replaced.
        var bound = new RouteEndpointBuilder(null, builder.RoutePattern, builder.Order) { ApplicationServices = builder.ApplicationServices };
        foreach (var filter in builder.FilterFactories)
        {
            bound.FilterFactories.Add(filter);
        }

        builder.FilterFactories.Clear();
        var compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, Options(bound)).RequestDelegate);
        builder.RequestDelegate = http => compiled.Value(http);

        RequestDelegateFactoryOptions Options(RouteEndpointBuilder target) => new()
        {
            ServiceProvider = target.ApplicationServices,
            RouteParameterNames = target.RoutePattern.Parameters.Select(p => p.Name),
            EndpointBuilder = target,
            DisableInferBodyFromParameters = !mayHaveBody,
            ThrowOnBadRequest = target.ApplicationServices.GetRequiredService<IOptions<RouteHandlerOptions>>().Value.ThrowOnBadRequest,
        };
    }

    // It would be compiled around what is replaced, and never run.
    private static void CheckFilters(EndpointBuilder builder)
    {
        if (builder.FilterFactories.Count > 0)
        {
            throw new InvalidOperationException($"{builder.DisplayName} has a filter of its own; add it to a group.");
        }
    }

    private static Task Replaced(HttpContext http) => throw new InvalidOperationException("An endpoint was not bound to its handler.");
}
