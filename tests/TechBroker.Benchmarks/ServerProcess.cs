using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace TechBroker.Benchmarks;

/// <summary>The real executable in a process and a data folder of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;

    private ServerProcess(Process process, string folder, Uri address)
    {
        (this.process, this.folder) = (process, folder);
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = address };
    }

    public HttpClient Http { get; }

    public string Folder => folder;

    /// <summary>That the process has used so far, on all cores.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <param name="settings">Environment variables besides those of every run.</param>
    public static Task<ServerProcess> StartAsync(IReadOnlyDictionary<string, string>? settings = null) =>
        StartAsync(folder => [Path.Combine(AppContext.BaseDirectory, "techbroker.dll"), "serve", "--urls", "http://127.0.0.1:0", "--data", folder], settings);

    /// <summary>A program to compare with: see <see cref="Peers.PeerProgram"/>.</summary>
    public static Task<ServerProcess> StartPeerAsync(string kind, IReadOnlyDictionary<string, string> settings) =>
        StartAsync(_ => [Path.Combine(AppContext.BaseDirectory, "techbroker-bench.dll"), "peer", kind], settings);

    private static async Task<ServerProcess> StartAsync(Func<string, string[]> command, IReadOnlyDictionary<string, string>? settings)
    {
        var folder = Directory.CreateTempSubdirectory("techbroker-bench-").FullName;
        var start = new ProcessStartInfo("dotnet", command(folder))
        {
            RedirectStandardOutput = true,
        };
        start.Environment["Storage__DataDirectory"] = folder;
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        start.Environment["Api__RequestsPerSecond"] = "1000000";
        var admin = new { email = "bench@example.com", password = Guid.NewGuid().ToString() };
        (start.Environment["Bootstrap__AdminEmail"], start.Environment["Bootstrap__AdminPassword"]) = (admin.email, admin.password);
        var process = Process.Start(start)!;
        const string Mark = "TechBroker listens on ";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                var server = new ServerProcess(process, folder, new Uri(line[Mark.Length..].Split(';')[0]));
                using var login = await server.Http.PostAsJsonAsync("/api/v1/auth/login", admin);
                var token = (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
                server.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
                return server;
            }
        }

        throw new InvalidOperationException("The server did not start.");
    }

    public async Task<Guid> PostAsync(string resource, object body)
    {
        using var response = await Http.PostAsJsonAsync($"/api/v1/{resource}", body);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    public async Task<int> BacklogAsync() => (await Http.GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("backlog").GetInt32();

    public async Task DrainAsync()
    {
        while (await BacklogAsync() > 0)
        {
            await Task.Delay(10);
        }
    }

    /// <summary>Of the last 50 needs: says how much work a post means.</summary>
    public async Task<double> MatchesPerNeedAsync()
    {
        var total = 0;
        var needs = (await Http.GetFromJsonAsync<JsonElement>("/api/v1/needs?limit=50")).GetProperty("items").EnumerateArray().ToList();
        foreach (var need in needs)
        {
            var path = $"/api/v1/needs/{need.GetProperty("id").GetGuid()}/matches?limit=200";
            total += (await Http.GetFromJsonAsync<JsonElement>(path)).GetProperty("items").GetArrayLength();
        }

        return (double)total / needs.Count;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
