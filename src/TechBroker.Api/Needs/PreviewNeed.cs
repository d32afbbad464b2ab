using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Organisations;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Needs;

/// <summary>
/// POST /needs/preview: what everybody else who is signed in would read of the need if it were published now. Nothing is stored. It goes the
/// way of POST and then of GET, so that people see before they publish what GET shows afterwards.
/// </summary>
internal static class PreviewNeed
{
    private static readonly MarketReader Stranger = new() { SignedIn = true };

    public static void Map(IEndpointRouteBuilder needs) => needs.Post("/preview", Rules.AddNeed, HandleAsync)
        .Produces<NeedBody>().Produces(204).ProducesProblem(400).ProducesProblem(422)
        .WithName("previewNeed").WithSummary("See a need as others would once it is published, with an id of zeros; 204 where they would see nothing");

    private static async Task<IResult> HandleAsync(
        Body<PostNeedBody> body, HttpContext http, Database database, VocabularySet vocabularies, NeedAnswers answers, ApiOptions options, TimeProvider clock, CancellationToken ct)
    {
        var caller = Caller.Required(http);
        var (owner, refused) = Owner.Of(caller, body.Value.OrganisationId);
        if (refused is not null)
        {
            return Problem.Of(refused);
        }

        var now = clock.GetUtcNow();
        var draft = Need.Draft(Guid.Empty, body.Value.ToContent(vocabularies), owner, now, postedBy: caller.AccountId);
        if (!draft.Do(NeedAction.Publish, now, options.NeedLifetimeDays).Is(out var published, out var error))
        {
            return Problem.Of(error);
        }

        var (unknown, need, full) = await database.SnapshotAsync(
            async s =>
            {
                var settled = await BlindCells.SettleAsync(s, vocabularies, published with { Revision = 1 });
                return (await Owner.RefuseAsync(s, owner), settled, await Reading.InFullAsync(s, Stranger, http, settled));
            },
            ct);
        if (unknown is not null)
        {
            return unknown;
        }

        return await answers.ShownAsync(http, Stranger, full, need, ct) is { } shown ? new Answer(200, shown) : Results.NoContent();
    }
}
