using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using TechBroker.Api.Access;

namespace TechBroker.Api.OpenApi;

/// <summary>The document at /openapi/v1.json, compared by a test with schemas/openapi.json.</summary>
internal static class Document
{
    public static IServiceCollection AddDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "TechBroker",
                Version = "v1",
                Description = "Listings, needs and explained matches of a technology trade centre. Errors are problem+json with a stable code.",
            };

            // Where the document is served from differs from machine to machine.
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            operation.Description = metadata.OfType<Rule>().FirstOrDefault() is { } rule ? $"Who may: {rule.Name}." : null;
            foreach (var parameter in metadata.OfType<QueryParameters>().SelectMany(p => p.All))
            {
                Add(operation, parameter.Name, ParameterLocation.Query, parameter.Description);
            }

            if (metadata.OfType<IHttpMethodMetadata>().Any(m => m.HttpMethods.Contains("PUT")))
            {
                Add(operation, "If-Match", ParameterLocation.Header, "ETag of the revision that the change builds on.", required: true);
            }

            if (metadata.OfType<IHttpMethodMetadata>().Any(m => m.HttpMethods.Contains("PUT") || m.HttpMethods.Contains("POST")))
            {
                Add(operation, "Idempotency-Key", ParameterLocation.Header, "The same key with the same request gets the same answer and happens once.");
            }

            return Task.CompletedTask;
        });
    });

    private static void Add(OpenApiOperation operation, string name, ParameterLocation place, string description, bool required = false) =>
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = name,
            In = place,
            Required = required,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
}
