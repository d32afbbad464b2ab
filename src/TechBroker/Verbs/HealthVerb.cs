using System.CommandLine;
using System.Text.Json;

namespace TechBroker.Verbs;

/// <summary>techbroker health: asks a running server how it is, for container and service managers. Exit code 0 where it is ready or degraded, else 1.</summary>
internal static class HealthVerb
{
    // Shorter than managers wait by default (Docker 30 s, Kubernetes 1 s is commonly raised to 5).
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static readonly Option<string> Url = new("--url")
    {
        Description = "What to ask.",
        DefaultValueFactory = _ => "http://127.0.0.1:5080/health/ready",
    };

    public static Command Create()
    {
        var command = new Command("health", "Ask a running server whether it is ready.") { Url };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(Url)!, ct));
        return command;
    }

    private static async Task<int> RunAsync(string url, CancellationToken ct)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new UsageException($"--url: '{url}' is no address such as http://127.0.0.1:5080/health/ready.");
        }

        // No proxy: it would answer for a server that it cannot reach either.
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = 64 * 1024 };
        try
        {
            using var response = await http.GetAsync(uri, ct);
            var status = StatusOf(await response.Content.ReadAsStringAsync(ct));
            Console.WriteLine(status ?? $"HTTP {(int)response.StatusCode}");
            return response.IsSuccessStatusCode && (status is "ready" or "degraded" or "live") ? CommandLine.Done : CommandLine.Failed;
        }
        catch (HttpRequestException e)
        {
            throw new FailedException($"{uri} does not answer: {e.Message}");
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new FailedException($"{uri} does not answer within {Patience.TotalSeconds:0} s.");
        }
    }

    private static string? StatusOf(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind is JsonValueKind.Object && json.RootElement.TryGetProperty("status", out var status) && status.ValueKind is JsonValueKind.String
                ? status.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
