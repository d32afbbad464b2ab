using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Organisations;
using TechBroker.Contracts.Http;
using TechBroker.Contracts.Messages;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Needs;

/// <summary>POST /needs: a draft, or with <c>publish</c> an open need and its <see cref="NeedPosted"/> in one commit.</summary>
internal static class PostNeed
{
    public static void Map(IEndpointRouteBuilder needs) => needs.Post("", Rules.AddNeed, HandleAsync)
        .Produces<NeedBody>(201).ProducesProblem(400).ProducesProblem(413).ProducesProblem(422)
        .WithName("postNeed").WithSummary("Add a need");

    private static Task<IResult> HandleAsync(
        Body<PostNeedBody> body, HttpContext http, Writes writes, VocabularySet vocabularies, NeedAnswers answers, ApiOptions options, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var caller = Caller.Required(http);
        var (owner, refused) = Owner.Of(caller, body.Value.OrganisationId);
        if (refused is not null)
        {
            return Task.FromResult<IResult>(Problem.Of(refused));
        }

        var draft = Need.Draft(Guid.NewGuid(), body.Value.ToContent(vocabularies), owner, now, postedBy: caller.AccountId);
        return writes.RunAsync(http, session => InsertAsync(session, vocabularies, draft, body.Value.Publish is true, options.NeedLifetimeDays, now, n => answers.Created(http, n)));
    }

    private static async Task<IResult> InsertAsync(
        WriteSession session, VocabularySet vocabularies, Need draft, bool publish, int lifetimeDays, DateTimeOffset now, Func<Need, Answer> created)
    {
        if (await Owner.RefuseAsync(session, draft.OrganisationId) is { } refused)
        {
            return refused;
        }

        // Published at once, it is still its first revision: there was no draft that anybody saw.
        var need = draft;
        if (publish)
        {
            if (!draft.Do(NeedAction.Publish, now, lifetimeDays).Is(out var published, out var error))
            {
                return Problem.Of(error);
            }

            need = await BlindCells.SettleAsync(session, vocabularies, published with { Revision = 1 });
        }

        need = await NeedStore.InsertAsync(session, need);
        if (need.IsOpen)
        {
            await session.PublishAsync(new NeedPosted { NeedId = need.Id, Revision = need.Revision, At = now }, now);
        }

        return created(need);
    }
}
