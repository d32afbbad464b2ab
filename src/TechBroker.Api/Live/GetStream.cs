using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using TechBroker.Api.Access;
using TechBroker.Api.Accounts;
using TechBroker.Api.Http;
using TechBroker.Storage;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Live;

/// <summary>
/// GET /stream: server-sent events (matchesScored, matchProposed, engagementChanged, engagementEscalated, dealChanged, listingChanged,
/// importProgress, notice), each with its place. A client that reconnects with Last-Event-ID misses nothing; without it the stream begins now.
/// Who comes back after longer than events are kept is sent <c>resync</c> first: read everything anew, the stream goes on from here. It ends when
/// the caller's rights change, and the client asks again.
/// </summary>
internal static class GetStream
{
    private const int ReadLimit = 500;

    // Many commits within a moment become one look into the database for each listener.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Recheck = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder api) => api.Get("/stream", Rule.SignedIn, HandleAsync)
        .Produces<string>(contentType: "text/event-stream")
        .WithMetadata(new Place(Dear.Stream))
        .WithName("stream").WithSummary("Server-sent events: matches and imports as they happen").WithTags("stream");

    private static async Task HandleAsync(
        HttpContext http, Database database, StreamPlaces places, CallerAuthentication authentication, CommitSignal signal, RetentionOptions retention, TimeProvider clock, IHostApplicationLifetime lifetime)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var ct = stop.Token;
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            // A number from the future is that of another database: a restored or a new one begins lower.
            var last = await database.ReadAsync(EventStore.LastAsync, ct);
            var hello = ": hello\n\n";
            if (places.Read(http.Request.Headers["Last-Event-ID"].ToString()) is { } given)
            {
                // Told by the place's age alone: whether anything is gone from behind it would tell of what others did.
                if (given.At < clock.GetUtcNow().AddDays(-retention.EventDays))
                {
                    hello = $"id: {places.Write(last, clock.GetUtcNow())}\nevent: resync\ndata: {{}}\n\n";
                }
                else
                {
                    last = Math.Min(given.Seq, last);
                }
            }

            await http.Response.WriteAsync(hello, ct);
            await http.Response.Body.FlushAsync(ct);
            var signedInUntil = clock.GetUtcNow() + Recheck;
            var quietSince = clock.GetUtcNow();
            while (true)
            {
                var committed = signal.Next;
                if (clock.GetUtcNow() > signedInUntil)
                {
                    if (!await authentication.IsStillAsync(http))
                    {
                        return;
                    }

                    signedInUntil = clock.GetUtcNow() + Recheck;
                }

                var reader = await database.ReadAsync(s => Reading.OfAsync(s, http), ct);
                var events = await database.ReadAsync(s => EventStore.AfterAsync(s, reader, last, ReadLimit), ct);
                foreach (var e in events)
                {
                    await http.Response.WriteAsync($"id: {places.Write(e.Seq, clock.GetUtcNow())}\nevent: {e.Kind}\ndata: {e.Body}\n\n", ct);
                    last = e.Seq;
                }

                if (events.Count == 0 && clock.GetUtcNow() - quietSince > KeepAlive)
                {
                    await http.Response.WriteAsync(": still here\n\n", ct);
                    quietSince = clock.GetUtcNow();
                }

                await http.Response.Body.FlushAsync(ct);
                if (events.Count < ReadLimit)
                {
                    await Task.WhenAny(committed, Task.Delay(Poll, ct));
                    await Task.Delay(Pause, ct);
                }
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The listener left, or the server is stopping; the next connection goes on from its last event. Not all of them in the same moment.
            if (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.WriteAsync($"retry: {Random.Shared.Next(500, 5_000)}\n\n", CancellationToken.None);
            }
        }
    }
}
