using System.Reflection;
using System.Security.Cryptography;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Domain;

namespace TechBroker.Api.Http;

internal interface IBody
{
    Problem? Problem { get; }
}

/// <summary>A JSON body, read field by field and validated, so that every broken field is reported at once.</summary>
internal sealed class Body<T> : IBody, IEndpointParameterMetadataProvider
    where T : class
{
    private readonly T? value;

    private Body(T? value, Problem? problem) => (this.value, Problem) = (value, problem);

    public Problem? Problem { get; }

    /// <exception cref="InvalidOperationException">The body is faulty; the endpoint lacks <see cref="FaultyBodies"/>.</exception>
    public T Value => value ?? throw new InvalidOperationException("The body is faulty.");

    public static async ValueTask<Body<T>> BindAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            return new Body<T>(null, new Problem(415, "unsupported-media-type", new(
                "请求正文须为 JSON，请设置 Content-Type: application/json。", "The body must be JSON; send Content-Type: application/json.")));
        }

        var options = context.RequestServices.GetRequiredService<ApiOptions>();
        byte[]? bytes;
        try
        {
            bytes = await ReadAsync(context.Request.Body, options.MaxBodyBytes, context.RequestAborted);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            // The server's own words for chunks of impossible sizes.
            return new Body<T>(null, new Problem(400, "body-unreadable", new(
                "请求正文的传输格式有误，请重新发送。", "The body arrived in pieces that do not fit together; send it again.")));
        }

        if (bytes is null)
        {
            return new Body<T>(null, new Problem(413, "body-too-large", new(
                $"请求正文超过 {options.MaxBodyBytes:N0} 字节，请缩短内容；大量数据请用 POST /api/v1/imports 导入文件。",
                $"The body is larger than {options.MaxBodyBytes:N0} bytes; shorten it, or import a file with POST /api/v1/imports.")));
        }

        context.Features.Set(new BodyHash(Convert.ToHexStringLower(SHA256.HashData(bytes))));
        var (value, faults) = BodyReader.Read<T>(bytes);
        if (value is not null && context.RequestServices.GetService<IValidator<T>>() is { } validator)
        {
            var broken = faults.Select(f => f.Field).ToHashSet();
            faults.AddRange((await validator.ValidateAsync(value, context.RequestAborted)).Errors
                .Select(e => new Fault(ApiJson.CamelCase(e.PropertyName), Text.Parse(e.ErrorMessage)))
                .Where(f => !broken.Contains(f.Field)));
        }

        return faults.Count > 0 ? new Body<T>(null, Problem.Invalid(faults)) : new Body<T>(value, null);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    // What is too much is still read to its end, so that the client gets the answer instead of a broken connection.
    private static async Task<byte[]?> ReadAsync(Stream stream, int limit, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        var tooMuch = false;
        int read;
        while ((read = await stream.ReadAsync(buffer, ct)) > 0)
        {
            tooMuch |= kept.Length + read > limit;
            if (!tooMuch)
            {
                kept.Write(buffer, 0, read);
            }
        }

        return tooMuch ? null : kept.ToArray();
    }
}

/// <summary>SHA-256 of the request's body, for Idempotency-Key.</summary>
internal sealed record BodyHash(string Value)
{
    /// <summary>Of an uploaded file and the form's other values.</summary>
    public static async Task<BodyHash> OfAsync(Stream file, string values, CancellationToken ct) =>
        new($"{Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct))} {values}");
}

/// <summary>Answers a request whose body is faulty before its handler runs.</summary>
internal sealed class FaultyBodies : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.Arguments.OfType<IBody>().FirstOrDefault()?.Problem is { } problem
            ? ValueTask.FromResult<object?>(problem)
            : next(context);
}
