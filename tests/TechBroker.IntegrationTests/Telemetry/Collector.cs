using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TechBroker.IntegrationTests.Telemetry;

/// <summary>A real receiver of OTLP over HTTP, on a free port: keeps every byte, and reads spans and metric names out of them.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> received = new();
    private readonly WebApplication app;

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/{**path}", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.Enqueue((http.Request.Path, body.ToArray()));
            return Results.Bytes([], "application/x-protobuf");
        });
    }

    public string Address => app.Urls.First();

    public IEnumerable<byte[]> Bodies(string path) => received.Where(r => r.Path == path).Select(r => r.Body);

    public IEnumerable<byte[]> Everything => received.Select(r => r.Body);

    public IReadOnlyList<Span> Spans =>
    [
        .. from body in Bodies("/v1/traces")
           from resource in Protobuf.All(body, 1)
           from scope in Protobuf.All(resource, 2)
           let source = Protobuf.Text(Protobuf.One(scope, 1), 1)
           from span in Protobuf.All(scope, 2)
           select new Span(
               source,
               Protobuf.Text(span, 5),
               Protobuf.Hex(span, 1),
               Protobuf.Hex(span, 2),
               Protobuf.Hex(span, 4),
               [.. Protobuf.All(span, 9).Select(a => Protobuf.Text(a, 1))],
               [.. Protobuf.All(span, 13).Select(l => Protobuf.Hex(l, 1))]),
    ];

    public IReadOnlySet<string> Metrics => (from body in Bodies("/v1/metrics")
                                            from resource in Protobuf.All(body, 1)
                                            from scope in Protobuf.All(resource, 2)
                                            from metric in Protobuf.All(scope, 2)
                                            select Protobuf.Text(metric, 1)).ToHashSet();

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector.app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

/// <summary>A span as it arrived; ids in hexadecimal, tags by name.</summary>
internal sealed record Span(string Source, string Name, string TraceId, string Id, string ParentId, IReadOnlyList<string> Tags, IReadOnlyList<string> LinkedTraces);
