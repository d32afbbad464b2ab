using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TechBroker.IntegrationTests.Notices;

/// <summary>The other end of a webhook or robot: real HTTP on Kestrel, which remembers what it was sent.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private Receiver(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public int Status { get; set; } = 200;

    public string Answer { get; set; } = "{\"errcode\":0}";

    public ConcurrentQueue<Received> Calls { get; } = new();

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver.app.Run(receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        Calls.Enqueue(new Received(
            http.Request.Path, http.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString()), http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync()));
        http.Response.StatusCode = Status;
        if (Status is 302)
        {
            http.Response.Headers.Location = $"{Address}/elsewhere";
        }

        await http.Response.WriteAsync(Answer);
    }

    internal sealed record Received(string Path, Dictionary<string, string> Query, Dictionary<string, string> Headers, string Body);
}
