using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using TechBroker.Api.Http;

namespace TechBroker.Api.Engagements;

/// <summary>A JSON body that may be left out altogether, which means no field of it is set.</summary>
internal sealed class OptionalBody<T>(T? value, Problem? problem) : IBody, IEndpointParameterMetadataProvider
    where T : class, new()
{
    public Problem? Problem => problem;

    /// <exception cref="InvalidOperationException">The body is faulty; the endpoint lacks <see cref="FaultyBodies"/>.</exception>
    public T Value => value ?? throw new InvalidOperationException("The body is faulty.");

    public static async ValueTask<OptionalBody<T>> BindAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
        {
            return new OptionalBody<T>(new T(), null);
        }

        var body = await Body<T>.BindAsync(context);
        return new OptionalBody<T>(body.Problem is null ? body.Value : null, body.Problem);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: true));
}
