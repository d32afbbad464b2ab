using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Health;

/// <summary>
/// GET /health/live: the process answers. GET /health/ready: ready; degraded (200) while the oldest unpublished message is older than a
/// minute; down (503) without a database. The people of the centre also see how much is under way.
/// </summary>
internal static class Readiness
{
    private static readonly TimeSpan Stalled = TimeSpan.FromMinutes(1);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/health/live", Rule.Anyone, () => new Answer(200, new { Status = "live" })).WithName("live").WithTags("health").DisableRateLimiting();
        app.Get("/health/ready", Rule.Anyone, ReadyAsync).WithName("ready").WithTags("health").DisableRateLimiting();
    }

    private static async Task<Answer> ReadyAsync(HttpContext http, Database database, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            var (backlog, oldest) = await database.ReadAsync(async s => (await OutboxStore.CountAsync(s), await OutboxStore.OldestAsync(s)), ct);
            var age = oldest is { } at ? clock.GetUtcNow() - at : TimeSpan.Zero;
            var status = age > Stalled ? "degraded" : "ready";

            // How much is under way tells an outsider that something was posted, even what they may not see.
            return Caller.Of(http) is { IsStaff: true }
                ? new Answer(200, new { Status = status, Database = "ready", Backlog = backlog, OldestMessageSeconds = (int)age.TotalSeconds })
                : new Answer(200, new { Status = status, Database = "ready" });
        }
        catch (DbException)
        {
            return new Answer(503, new { Status = "down", Database = "down" });
        }
    }
}
