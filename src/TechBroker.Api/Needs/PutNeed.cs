using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Needs;

/// <summary>PUT /needs/{id}: a new revision; an open need is scored again.</summary>
internal static class PutNeed
{
    public static void Map(IEndpointRouteBuilder needs) => needs.Put("/{id:guid}", Rules.ChangeNeed, HandleAsync)
        .Produces<NeedBody>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
        .WithName("putNeed").WithSummary("Replace what a need says");

    private static Task<IResult> HandleAsync(
        Guid id, Body<PutNeedBody> body, HttpContext http, Writes writes, VocabularySet vocabularies, NeedAnswers answers, ApiOptions options, TimeProvider clock)
    {
        var content = body.Value.ToContent(vocabularies);
        return writes.RunAsync(http, session => ReviseAsync(session, vocabularies, id, content, options.NeedLifetimeDays, clock.GetUtcNow(), http, answers));
    }

    private static async Task<IResult> ReviseAsync(
        WriteSession session, VocabularySet vocabularies, Guid id, NeedContent content, int lifetimeDays, DateTimeOffset now, HttpContext http, NeedAnswers answers)
    {
        if (await NeedStore.FindAsync(session, id) is not { } need)
        {
            return Problem.Of(MarketError.NotFound("need", id));
        }

        if (IfMatch.Check(http, need.Revision, required: true) is { } stale)
        {
            return stale;
        }

        if (!need.Revise(content, now, lifetimeDays).Is(out var revised, out var error))
        {
            return Problem.Of(error);
        }

        revised = await BlindCells.SettleAsync(session, vocabularies, revised);
        await NeedStore.UpdateAsync(session, revised, AuditActions.Revised);
        if (revised.IsOpen)
        {
            await session.PublishAsync(new NeedRevised { NeedId = id, Revision = revised.Revision, At = now }, now);
        }

        return answers.Ok(http, revised);
    }
}
