using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Health;

/// <summary>
/// GET /health/live: the process answers. GET /health/ready: ready; degraded (200) while the oldest unpublished message is older than a
/// minute or something is wrong with the message broker; down (503) without a database. The people of the centre also see how much is under way, its organisers also whether the audit
/// record ends as it should.
/// </summary>
internal static class Readiness
{
    private static readonly TimeSpan Stalled = TimeSpan.FromMinutes(1);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/health/live", Rule.Anyone, () => new Answer(200, new { Status = "live" })).WithName("live").WithTags("health").DisableRateLimiting();
        app.Get("/health/ready", Rule.Anyone, ReadyAsync).WithName("ready").WithTags("health").DisableRateLimiting();
    }

    // It does not make the service any less ready: the market goes on, and somebody has to look into it.
    private static async Task<object> AuditAsync(HttpContext http, Database database, CancellationToken ct)
    {
        var key = http.RequestServices.GetRequiredService<AuditKey>();
        var fault = (await database.SnapshotAsync(s => AuditEnd.CheckAsync(s, key), ct)).Fault;
        return new { Status = fault is null ? "whole" : "damaged", Fault = fault?.Message.In(http.Request.PrefersEnglish()) };
    }

    // Null where there is no broker to be seen: the bus is in memory.
    private static object? BusOf(HttpContext http, BusState? bus) =>
        bus is null ? null : new { Status = bus.Condition.ToString().ToLowerInvariant(), bus.Since, Fault = bus.Sentence?.In(http.Request.PrefersEnglish()) };

    private static async Task<Answer> ReadyAsync(HttpContext http, Database database, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            var (backlog, oldest) = await database.ReadAsync(async s => (await OutboxStore.CountAsync(s), await OutboxStore.OldestAsync(s)), ct);
            var caller = Caller.Of(http);
            var age = oldest is { } at ? clock.GetUtcNow() - at : TimeSpan.Zero;
            var bus = http.RequestServices.GetService<BusHealth>()?.State;
            var status = age > Stalled || bus is { Condition: not BusCondition.Connected } ? "degraded" : "ready";

            // How much is under way tells an outsider that something was posted, even what they may not see.
            return caller is { IsOrganiser: true }
                ? new Answer(200, new { Status = status, Database = "ready", Backlog = backlog, OldestMessageSeconds = (int)age.TotalSeconds, Bus = BusOf(http, bus), Audit = await AuditAsync(http, database, ct) })
                : caller is { IsStaff: true }
                ? new Answer(200, new { Status = status, Database = "ready", Backlog = backlog, OldestMessageSeconds = (int)age.TotalSeconds, Bus = BusOf(http, bus) })
                : new Answer(200, new { Status = status, Database = "ready" });
        }
        catch (DbException)
        {
            return new Answer(503, new { Status = "down", Database = "down" });
        }
    }
}
