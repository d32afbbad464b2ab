using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace TechBroker.IntegrationTests.Faults;

/// <summary>
/// Clients that post on and on through whatever happens: each number under its own Idempotency-Key, asked again, of any address that is
/// up, until it is answered with 201. Only that counts as acknowledged.
/// </summary>
internal sealed class SteadyClients(Ledger ledger, int clients, int posts) : IDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(15) };
    private readonly ConcurrentQueue<double> latencies = new();
    private readonly ConcurrentDictionary<string, int> refusals = new();
    private volatile Uri[] addresses = [];
    private int next = -1;
    private int retried;
    private Task running = Task.CompletedTask;

    /// <summary>Posts that had to be asked more than once.</summary>
    public int Retried => Volatile.Read(ref retried);

    /// <summary>Milliseconds from the first try to the 201.</summary>
    public IReadOnlyCollection<double> Latencies => latencies;

    /// <summary>Answers other than 201 and broken connections, counted by what they said.</summary>
    public IReadOnlyDictionary<string, int> Refusals => refusals;

    public bool Done => running.IsCompleted;

    public void SignIn(string token) => http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    /// <summary>Where servers answer now.</summary>
    public void Use(params IEnumerable<Uri> servers) => addresses = [.. servers];

    public void Start() => running = Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(RunAsync)));

    /// <summary>Until everything is acknowledged.</summary>
    public Task FinishAsync() => running;

    public void Dispose() => http.Dispose();

    private async Task RunAsync()
    {
        for (int number; (number = Interlocked.Increment(ref next)) < posts;)
        {
            var start = Stopwatch.GetTimestamp();
            for (var attempt = 0; !await TryPostAsync(number, attempt); attempt++)
            {
                if (attempt == 0)
                {
                    Interlocked.Increment(ref retried);
                }

                await Task.Delay(Math.Min(1_000, 50 << Math.Min(attempt, 5)));
            }

            latencies.Enqueue(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    private async Task<bool> TryPostAsync(int number, int attempt)
    {
        if (addresses is not { Length: > 0 } up)
        {
            return false;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(up[(number + attempt) % up.Length], number % 2 == 0 ? "/api/v1/listings" : "/api/v1/needs"));
        request.Headers.Add("Idempotency-Key", $"key-{number}");
        request.Content = JsonContent.Create(new { title = Ledger.TitleOf(number), publish = true });
        try
        {
            using var response = await http.SendAsync(request);
            if (response.StatusCode is HttpStatusCode.Created)
            {
                ledger.Acknowledged[number] = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
                return true;
            }

            Count($"{(int)response.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            Count(e.GetType().Name);
        }

        return false;
    }

    private void Count(string refusal) => refusals.AddOrUpdate(refusal, 1, (_, n) => n + 1);
}
