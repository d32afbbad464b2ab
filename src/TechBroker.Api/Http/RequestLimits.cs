using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TechBroker.Api.Http;

/// <summary>
/// Requests per second and address, counted before anything is looked up; who exceeds them gets 429 with Retry-After. What needs to know
/// the caller is in <see cref="CallerLimits"/>. Partitions that were idle for ten seconds are dropped by the framework.
/// </summary>
internal static class RequestLimits
{
    private static readonly PathString SignIn = "/api/v1/auth";

    public static IServiceCollection AddRequestLimits(this IServiceCollection services, ApiOptions options) => services.AddSingleton<CallerLimits>().AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(ByAddress(options), SignIns(options));
        limiter.OnRejected = async (context, _) => await Refused(context.Lease).ExecuteAsync(context.HttpContext);
    });

    internal static PartitionedRateLimiter<HttpContext> ByAddress(ApiOptions options) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http => Bucket(ClientAddress.GroupOf(http), options.RequestsPerSecond));

    /// <summary>Whatever is below /auth: signing in, second factors, links. Refused sign-ins are also counted by themselves.</summary>
    private static PartitionedRateLimiter<HttpContext> SignIns(ApiOptions options) => PartitionedRateLimiter.Create<HttpContext, string>(http =>
        http.Request.Path.StartsWithSegments(SignIn) ? Bucket(ClientAddress.GroupOf(http), options.SignInRequestsPerSecond) : RateLimitPartition.GetNoLimiter(""));

    public static RateLimitPartition<string> Bucket(string key, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = perSecond * 2,
        TokensPerPeriod = Math.Max(1, perSecond / 10),
        ReplenishmentPeriod = TimeSpan.FromMilliseconds(perSecond >= 10 ? 100 : 1000.0 / perSecond),
        QueueLimit = 0,
    });

    public static Problem Refused(RateLimitLease lease) => new(429, "too-many-requests", new("请求过于频繁，请稍后重试。", "Too many requests; wait a moment and try again."))
    {
        RetryAfterSeconds = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1,
    };
}
