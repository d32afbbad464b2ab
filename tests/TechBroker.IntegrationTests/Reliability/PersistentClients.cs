using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Reliability;

/// <summary>
/// Several clients that post listings (even numbers) and needs (odd numbers), each under its own Idempotency-Key, and ask again after
/// every failure until they have an answer.
/// </summary>
internal sealed class PersistentClients(int clients) : IDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly CancellationTokenSource stop = new();
    private Uri? server;
    private int next = -1;
    private int retried;
    private Task running = Task.CompletedTask;

    /// <summary>Ids by number, of everything that was answered with 2xx.</summary>
    public ConcurrentDictionary<int, Guid> Acknowledged { get; } = [];

    public int Retried => Volatile.Read(ref retried);

    public void Start() => running = Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(RunAsync)));

    /// <summary>The server's address now, and whom the clients are there.</summary>
    public async Task UseAsync(ServerProcess process)
    {
        if (http.DefaultRequestHeaders.Authorization is null)
        {
            using var admin = await process.SignInAsync();
            http.DefaultRequestHeaders.Authorization = admin.DefaultRequestHeaders.Authorization;
        }

        Volatile.Write(ref server, process.Address);
    }

    /// <summary>Nothing new is begun; what was begun is answered first.</summary>
    public async Task FinishAsync()
    {
        await stop.CancelAsync();
        await running;
    }

    /// <returns>The id, or null where no answer came.</returns>
    public async Task<Guid?> PostAsync(int number, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, number % 2 == 0 ? "/api/v1/listings" : "/api/v1/needs"));
        request.Headers.Add("Idempotency-Key", $"key-{number}");
        request.Content = JsonContent.Create(new { title = Words.Unique(number / 2), publish = true });
        try
        {
            using var response = await http.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            Assert.That((int)response.StatusCode, Is.EqualTo(201), text);
            return JsonElement.Parse(text).GetProperty("id").GetGuid();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        http.Dispose();
        stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref next);
            var address = Volatile.Read(ref server)!;
            Guid? id;
            while ((id = await PostAsync(number, address)) is null)
            {
                Interlocked.Increment(ref retried);
                await Eventually.BecomesAsync(() => Task.FromResult(Volatile.Read(ref server) != address), "the restart", seconds: 60);
                address = Volatile.Read(ref server)!;
            }

            Acknowledged[number] = id.Value;
        }
    }
}
