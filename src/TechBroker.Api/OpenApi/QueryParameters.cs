namespace TechBroker.Api.OpenApi;

/// <summary>Query parameters of an endpoint that reads them itself, for the OpenAPI document.</summary>
internal sealed record QueryParameters(IReadOnlyList<QueryParameter> All)
{
    public static readonly QueryParameters OfPage = new(
    [
        new("limit", "Entries on a page, 1 to 200; 50 where absent."),
        new("cursor", "next of the page before."),
    ]);
}

internal sealed record QueryParameter(string Name, string Description);
