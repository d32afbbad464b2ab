using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Api.Support;

/// <summary>One server-sent event.</summary>
internal sealed record LiveEvent(string Id, string Kind, string Data);

/// <summary>A listener at /api/v1/stream.</summary>
internal sealed class EventReader : IDisposable
{
    private readonly HttpClient http;
    private readonly HttpResponseMessage response;
    private readonly StreamReader reader;

    private EventReader(HttpClient http, HttpResponseMessage response, StreamReader reader) =>
        (this.http, this.response, this.reader) = (http, response, reader);

    public static async Task<EventReader> OpenAsync(TestServer server, string? lastEventId = null, Person? reader = null)
    {
        var stream = await OpenLateAsync(server, lastEventId, reader);

        // The greeting says that from here on nothing is missed.
        Assert.That(await stream.reader.ReadLineAsync(), Does.StartWith(":"));
        return stream;
    }

    /// <summary>As whoever has been away for too long: without the greeting.</summary>
    public static async Task<EventReader> OpenLateAsync(TestServer server, string? lastEventId, Person? reader = null)
    {
        var http = (reader ?? server.Admin).Client(server.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stream");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/event-stream"));
        return new EventReader(http, response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <returns>Null where the server has ended the stream.</returns>
    public async Task<LiveEvent?> NextAsync(int seconds = 30)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var fields = new Dictionary<string, string>();
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Length == 0 && fields.TryGetValue("data", out var data))
            {
                return new LiveEvent(fields["id"], fields["event"], data);
            }

            if (line.Split(": ", 2) is [{ Length: > 0 } name, var value])
            {
                fields[name] = value;
            }
        }

        return null;
    }

    public async Task<List<LiveEvent>> TakeAsync(int count)
    {
        var events = new List<LiveEvent>();
        while (events.Count < count && await NextAsync() is { } next)
        {
            events.Add(next);
        }

        return events;
    }

    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
        http.Dispose();
    }
}
