using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Managers;
using TechBroker.Storage.Managers;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Managers;

/// <summary>GET and POST /managers/{id}/absences, DELETE /absences/{id}: while it lasts, nothing is dispatched to the manager.</summary>
internal static class ManagerAbsences
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.Get("/managers/{id:guid}/absences", Rules.ReadManager, ListAsync)
            .Produces<AbsencesBody>().ProducesProblem(404)
            .WithTags("managers").WithName("listAbsences").WithSummary("A manager's absences, present and to come");
        api.Post("/managers/{id:guid}/absences", Rules.ChangeManager, (Guid id, Body<PostAbsenceBody> body, HttpContext http, Writes writes) =>
                writes.RunAsync(http, session => AddAsync(
                    session, new Absence(Guid.NewGuid(), id, body.Value.From!.Value.ToUniversalTime(), body.Value.To!.Value.ToUniversalTime(), Cleaning.Trimmed(body.Value.Reason)))))
            .Produces<AbsenceBody>(201).ProducesProblem(400).ProducesProblem(404)
            .WithTags("managers").WithName("postAbsence").WithSummary("Enter an absence of a manager");
        api.Delete("/absences/{id:guid}", Rules.ChangeAbsence, (Guid id, HttpContext http, Writes writes) => writes.RunAsync(http, session => CancelAsync(session, id)))
            .Produces<AbsenceBody>().ProducesProblem(404)
            .WithTags("managers").WithName("deleteAbsence").WithSummary("Cancel an absence, or end it early");
    }

    // Why a colleague is away is nobody's business but theirs and the organisers'.
    private static async Task<IResult> ListAsync(Guid id, HttpContext http, Database database, TimeProvider clock, CancellationToken ct)
    {
        var caller = Caller.Required(http);
        var absences = await database.ReadAsync(s => DutyStore.AbsencesAsync(s, id, clock.GetUtcNow()), ct);
        return new Answer(200, new AbsencesBody { Items = [.. absences.Select(a => a.ToBody(caller.IsOrganiser || caller.AccountId == id))] });
    }

    private static async Task<IResult> AddAsync(WriteSession session, Absence absence)
    {
        if (!await ManagerStore.ExistsAsync(session, absence.ManagerId))
        {
            return Problem.Of(MarketError.NotFound("manager", absence.ManagerId));
        }

        await DutyStore.AddAsync(session, absence);
        return new Answer(201, absence.ToBody(withReason: true)) { About = absence.ManagerId };
    }

    private static async Task<IResult> CancelAsync(WriteSession session, Guid id)
    {
        if (await DutyStore.FindAbsenceAsync(session, id) is not { } absence)
        {
            return Problem.Of(MarketError.NotFound("absence", id));
        }

        await DutyStore.RemoveAsync(session, absence);
        return new Answer(200, absence.ToBody(withReason: true)) { About = absence.ManagerId };
    }
}
