using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Managers;
using TechBroker.Storage.Managers;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Managers;

/// <summary>GET and POST /managers/{id}/shifts, DELETE /shifts/{id}, GET /roster: who is at which desk, and when.</summary>
internal static class ManagerShifts
{
    private static readonly QueryParameters Parameters = new(
    [
        new("from", "Only shifts that end after this time; now where absent."),
        new("to", "Only shifts that begin before this time; 31 days after from where absent, and 400 days at most."),
    ]);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.Get("/managers/{id:guid}/shifts", Rules.ReadManager, (Guid id, HttpContext http, Database database, TimeProvider clock, CancellationToken ct) =>
                ListAsync(id, http, database, clock, ct))
            .Produces<ShiftsBody>().ProducesProblem(400).ProducesProblem(404)
            .WithTags("managers").WithName("listShifts").WithSummary("A manager's shifts at the desks").WithMetadata(Parameters);
        api.Post("/managers/{id:guid}/shifts", Rules.ChangeManager, (Guid id, Body<PostShiftBody> body, HttpContext http, Writes writes) =>
                writes.RunAsync(http, session => AddAsync(session, new DeskShift(Guid.NewGuid(), id, body.Value.From!.Value.ToUniversalTime(), body.Value.To!.Value.ToUniversalTime(), body.Value.Desk!.Trim()))))
            .Produces<ShiftBody>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409)
            .WithTags("managers").WithName("postShift").WithSummary("Enter a shift of a manager at a desk");
        api.Delete("/shifts/{id:guid}", Rules.ChangeShift, (Guid id, HttpContext http, Writes writes) => writes.RunAsync(http, session => CancelAsync(session, id)))
            .Produces<ShiftBody>().ProducesProblem(404)
            .WithTags("managers").WithName("deleteShift").WithSummary("Cancel a shift");
        api.Get("/roster", Rules.ReadManagers, (HttpContext http, Database database, TimeProvider clock, CancellationToken ct) => ListAsync(null, http, database, clock, ct))
            .Produces<ShiftsBody>().ProducesProblem(400)
            .WithTags("managers").WithName("getRoster").WithSummary("Who is at which desk").WithMetadata(Parameters);
    }

    private static async Task<IResult> ListAsync(Guid? managerId, HttpContext http, Database database, TimeProvider clock, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var from = query.Time("from") ?? clock.GetUtcNow();
        var to = query.Time("to") ?? from.AddDays(31);
        if (to <= from || to > from.AddDays(400))
        {
            query.Wrong("to", new("须晚于 from，且不超过 400 天。", "It must be after from, by 400 days at most."));
        }

        return query.Problem
            ?? (IResult)new Answer(200, new ShiftsBody { Items = [.. (await database.ReadAsync(s => DutyStore.ShiftsAsync(s, managerId, from, to), ct)).Select(s => s.ToBody())] });
    }

    private static async Task<IResult> AddAsync(WriteSession session, DeskShift shift)
    {
        if (!await ManagerStore.ExistsAsync(session, shift.ManagerId))
        {
            return Problem.Of(MarketError.NotFound("manager", shift.ManagerId));
        }

        if (await DutyStore.ShiftsAsync(session, shift.ManagerId, shift.From, shift.To) is [var other, ..])
        {
            return Problem.Of(ManagerErrors.ShiftOverlaps(other));
        }

        await DutyStore.AddAsync(session, shift);
        return new Answer(201, shift.ToBody());
    }

    private static async Task<IResult> CancelAsync(WriteSession session, Guid id)
    {
        if (await DutyStore.FindShiftAsync(session, id) is not { } shift)
        {
            return Problem.Of(MarketError.NotFound("shift", id));
        }

        await DutyStore.RemoveAsync(session, shift);
        return new Answer(200, shift.ToBody());
    }
}
