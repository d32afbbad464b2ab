using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Safety;

/// <summary>The endpoints of one resource, from the route table, so that a new one is covered without anybody thinking of it.</summary>
internal sealed record RouteFamily(string Name, IReadOnlyList<RouteFamily.Target> Targets)
{
    /// <summary>An endpoint as a client sees it; <see cref="Body"/> is null where it reads none.</summary>
    public sealed record Target(string Method, string Pattern, Type? Body, bool TakesForm);

    public static List<RouteFamily> Of(TestServer server) =>
    [
        .. server.App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Distinct()
            .SelectMany(TargetsOf).Distinct()
            .GroupBy(t => t.Pattern.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["api", "v1", var name, ..] ? name : "pages")
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new RouteFamily(g.Key, [.. g])),
    ];

    private static IEnumerable<Target> TargetsOf(RouteEndpoint endpoint)
    {
        var accepts = endpoint.Metadata.GetMetadata<IAcceptsMetadata>();
        var form = accepts?.ContentTypes.Contains("multipart/form-data") ?? false;
        var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').TrimEnd('/');
        return (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            .Select(method => new Target(method, pattern, form ? null : accepts?.RequestType, form));
    }
}
