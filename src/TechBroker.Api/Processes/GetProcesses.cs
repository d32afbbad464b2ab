using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Storage.Processes;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Processes;

/// <summary>GET /processes: which processes work on this database, and how far each has come.</summary>
internal static class GetProcesses
{
    public static void Map(IEndpointRouteBuilder processes) => processes.Get("", Rules.ReadProcesses, ListAsync)
        .Produces<ProcessesBody>()
        .WithName("listProcesses").WithSummary("List the processes that work on this database");

    private static async Task<Answer> ListAsync(Database database, TimeProvider clock, CancellationToken ct)
    {
        var rows = await database.ReadAsync(ProcessStore.ListAsync, ct);
        var now = clock.GetUtcNow();
        return new Answer(200, new ProcessesBody { Items = [.. rows.Select(r => ToBody(KnownProcess.Of(r), now))] });
    }

    private static ProcessBody ToBody(KnownProcess process, DateTimeOffset now) => new()
    {
        Id = process.Row.Id,
        Role = process.Row.Role,
        Host = process.Row.Host,
        Version = process.Row.Version,
        StartedAt = process.Row.StartedAt,
        SeenAt = process.Row.SeenAt,
        Alive = now - process.Row.SeenAt <= ProcessStore.Alive,
        Works = process.Report.Works,
        Draining = process.Report.Draining,
        RelayAt = process.Report.RelayAt,
        InFlight = process.Report.InFlight,
        InFlightSince = process.Report.InFlightSince,
        IndexChange = process.Report.IndexChange,
        IndexLag = process.Report.IndexLag,
        Bus = process.Report.Bus,
        LastError = process.Report.LastError,
        LastErrorAt = process.Report.LastErrorAt,
    };
}
