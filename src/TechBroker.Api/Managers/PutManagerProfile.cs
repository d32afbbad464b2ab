using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Managers;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Managers;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Managers;

/// <summary>PUT /managers/{id}/profile: by the manager, or by an organiser.</summary>
internal static class PutManagerProfile
{
    public static void Map(IEndpointRouteBuilder managers) => managers
        .Put("/{id:guid}/profile", Rules.ChangeManager, (Guid id, Body<PutManagerProfileBody> body, HttpContext http, Writes writes, VocabularySet vocabularies, TimeProvider clock) =>
            writes.RunAsync(http, session => ReplaceAsync(session, id, body.Value, http, vocabularies, clock.GetUtcNow())))
        .Produces<ManagerBody>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428)
        .WithName("putManagerProfile").WithSummary("Replace a technology manager's profile");

    private static async Task<IResult> ReplaceAsync(WriteSession session, Guid id, PutManagerProfileBody body, HttpContext http, VocabularySet vocabularies, DateTimeOffset now)
    {
        if (await ManagerStore.FindAsync(session, id, now) is not { } known)
        {
            return Problem.Of(MarketError.NotFound("manager", id));
        }

        if (IfMatch.Check(http, known.Profile.Revision, required: true) is { } stale)
        {
            return stale;
        }

        var profile = new ManagerProfile
        {
            ManagerId = id,
            Revision = known.Profile.Revision + 1,
            Level = Codes.Parse<ManagerLevel>(body.Level!),
            Fields = FieldCodes.Resolve(body.Fields, vocabularies),
            Regions = Cleaning.Distinct(body.Regions),
            Languages = Cleaning.Distinct(body.Languages),
            Employer = Cleaning.Trimmed(body.Employer),
            Source = Cleaning.Trimmed(body.Source),
            Capacity = body.Capacity ?? ManagerProfile.UsualCapacity,
            UpdatedAt = now,
        };
        await ManagerStore.SaveAsync(session, profile);
        var saved = await ManagerStore.FindAsync(session, id, now) ?? throw new InvalidOperationException($"Manager {id} is gone.");
        return saved.ToAnswer() with
        {
            Body = saved.ToBody() with { Warnings = [.. FieldCodes.Warnings(profile.Fields, vocabularies, http.Request.PrefersEnglish())] },
        };
    }
}
