using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TechBroker.IntegrationTests.Embeddings;

/// <summary>A small server that speaks the part of the OpenAI API that the program uses, and does as it is told when it fails.</summary>
internal sealed class EmbeddingEndpoint : IAsyncDisposable
{
    private readonly WebApplication app;

    private EmbeddingEndpoint(WebApplication app) => this.app = app;

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1";

    /// <summary>What each request asked for.</summary>
    public ConcurrentQueue<string[]> Asked { get; } = [];

    public ConcurrentQueue<string> Keys { get; } = [];

    /// <summary>Answers given before it does its work.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Failures { get; } = [];

    public static async Task<EmbeddingEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var endpoint = new EmbeddingEndpoint(builder.Build());
        endpoint.app.MapPost("/v1/embeddings", endpoint.AnswerAsync);
        await endpoint.app.StartAsync();
        return endpoint;
    }

    /// <summary>Of a text, always the same.</summary>
    public static float[] VectorOf(string text) => [text.Length, text[0] % 7, 1, text[^1] % 5];

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var input = body.RootElement.GetProperty("input").EnumerateArray().Select(text => text.GetString()!).ToArray();
        Asked.Enqueue(input);
        Keys.Enqueue($"{http.Request.Headers.Authorization} {body.RootElement.GetProperty("model").GetString()}");
        if (Failures.TryDequeue(out var fail))
        {
            await fail(http);
            return;
        }

        // The other way round: each says which text it is of.
        await http.Response.WriteAsJsonAsync(new { data = input.Select((text, index) => new { index, embedding = VectorOf(text) }).Reverse() });
    }
}
