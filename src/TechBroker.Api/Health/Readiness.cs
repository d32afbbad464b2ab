using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Processes;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Health;

/// <summary>
/// GET /health/live: the process answers. GET /health/ready: ready; degraded (200) while something waits that should not; down (503) without
/// a database, or where nothing should be sent here; draining (503) while it still serves and is about to stop. The people of the centre also
/// see why and how much is under way, its organisers also whether the audit record ends as it should.
/// </summary>
internal static class Readiness
{
    /// <summary>The same wherever it is asked.</summary>
    public static readonly object Live = new { Status = "live" };

    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/health/live", Rule.Anyone, () => new Answer(200, Live)).WithName("live").WithTags("health").DisableRateLimiting();
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
    private static object? BusOf(HttpContext http) => http.RequestServices.GetService<BusHealth>()?.State is { } bus
        ? new { Status = bus.Condition.ToString().ToLowerInvariant(), bus.Since, Fault = bus.Sentence?.In(http.Request.PrefersEnglish()) }
        : null;

    private static async Task<Answer> ReadyAsync(HttpContext http, ReadinessCheck check, Database database, Draining draining, CancellationToken ct)
    {
        if (draining.HasBegun)
        {
            return new Answer(503, new { Status = "draining" });
        }

        var state = await check.RunAsync(ct);

        // How much is under way tells an outsider that something was posted, even what they may not see.
        if (!state.Database || Caller.Of(http) is not { IsStaff: true } caller)
        {
            return new Answer(state.StatusCode, state.ForAnyone);
        }

        var english = http.Request.PrefersEnglish();
        var reasons = state.Reasons.Select(r => new { r.Code, Level = Domain.Codes.Of(r.Level), Message = r.Message.In(english) }).ToList();
        var (age, audit) = ((int)state.OldestMessage.TotalSeconds, caller.IsOrganiser ? await AuditAsync(http, database, ct) : null);
        return audit is null
            ? new Answer(state.StatusCode, new { state.Status, Database = "ready", state.Backlog, OldestMessageSeconds = age, Reasons = reasons, Bus = BusOf(http) })
            : new Answer(state.StatusCode, new { state.Status, Database = "ready", state.Backlog, OldestMessageSeconds = age, Reasons = reasons, Bus = BusOf(http), Audit = audit });
    }
}
