using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using TechBroker.Api.Access;

namespace TechBroker.Api.Http;

/// <summary>Endpoints that keep something busy as long as they run; each kind has its places.</summary>
internal enum Dear
{
    /// <summary>A file that is being received.</summary>
    Upload,

    /// <summary>A file that is being made.</summary>
    Export,

    /// <summary>A connection that stays.</summary>
    Stream,
}

/// <summary>
/// What one caller may ask for: requests per second, and places for what is dear at the same time. A caller is the account, whatever key,
/// session or address it comes by, or the address of a visitor who is not signed in.
/// </summary>
internal sealed class CallerLimits : IDisposable
{
    private const int RetrySeconds = 5;

    private readonly PartitionedRateLimiter<HttpContext> requests;
    private readonly Dictionary<Dear, PartitionedRateLimiter<HttpContext>> places;

    public CallerLimits(ApiOptions options)
    {
        requests = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            RequestLimits.Bucket(KeyOf(http), Caller.Of(http) is null ? options.AnonymousRequestsPerSecond : options.AccountRequestsPerSecond));
        places = new()
        {
            [Dear.Upload] = Places(options.UploadsPerAccount),
            [Dear.Export] = Places(options.ExportsPerAccount),
            [Dear.Stream] = PartitionedRateLimiter.CreateChained(
                Places(options.StreamsPerAccount),
                PartitionedRateLimiter.Create<HttpContext, string>(_ => Concurrency("", options.Streams))),
        };
    }

    public async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is null)
        {
            using var lease = requests.AttemptAcquire(http);
            if (!lease.IsAcquired)
            {
                await RequestLimits.Refused(lease).ExecuteAsync(http);
                return;
            }
        }

        await next(http);
    }

    /// <summary>After the rules: who is refused anyway takes nobody's place.</summary>
    public async Task RunDearAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Place>() is not { } place || place.Only?.Invoke(http.Request) == false)
        {
            await next(http);
            return;
        }

        using var lease = places[place.Of].AttemptAcquire(http);
        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }

        await new Problem(429, "too-many-at-once", new(
            "同时进行的上传、下载或实时连接过多，请等其中一些结束后再试。", "Too many uploads, downloads or live connections at once; wait until some have ended."))
        {
            RetryAfterSeconds = RetrySeconds,
        }.ExecuteAsync(http);
    }

    public void Dispose()
    {
        requests.Dispose();
        foreach (var limiter in places.Values)
        {
            limiter.Dispose();
        }
    }

    private static string KeyOf(HttpContext http) => Caller.Of(http)?.AccountId.ToString("N") ?? $"address {ClientAddress.GroupOf(http)}";

    private static PartitionedRateLimiter<HttpContext> Places(int most) => PartitionedRateLimiter.Create<HttpContext, string>(http => Concurrency(KeyOf(http), most));

    private static RateLimitPartition<string> Concurrency(string key, int most) =>
        RateLimitPartition.GetConcurrencyLimiter(key, _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 });
}

/// <summary>On an endpoint: it takes one of the caller's places while it runs.</summary>
internal sealed record Place(Dear Of)
{
    /// <summary>Of an endpoint that is dear only when asked in some way.</summary>
    public Func<HttpRequest, bool>? Only { get; init; }
}
