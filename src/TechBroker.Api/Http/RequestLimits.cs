using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TechBroker.Api.Http;

/// <summary>Requests per second and address; who exceeds them gets 429 with Retry-After.</summary>
internal static class RequestLimits
{
    public static IServiceCollection AddRequestLimits(this IServiceCollection services, ApiOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.RequestsPerSecond * 2,
                TokensPerPeriod = Math.Max(1, options.RequestsPerSecond / 10),
                ReplenishmentPeriod = TimeSpan.FromMilliseconds(options.RequestsPerSecond >= 10 ? 100 : 1000.0 / options.RequestsPerSecond),
                QueueLimit = 0,
            }));
        limiter.OnRejected = async (context, _) => await new Problem(429, "too-many-requests", new(
            "请求过于频繁，请稍后重试。", "Too many requests; wait a moment and try again."))
        {
            RetryAfterSeconds = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1,
        }.ExecuteAsync(context.HttpContext);
    });
}
