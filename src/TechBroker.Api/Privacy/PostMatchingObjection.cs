using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Privacy;

/// <summary>POST /me/matching-objection (PIPL art. 24): the person's own items leave automated matching, or come back to it. People may still bring them together.</summary>
internal static class PostMatchingObjection
{
    public static void Map(IEndpointRouteBuilder me) => me.Post("/matching-objection", Rule.SignedIn, HandleAsync)
        .Produces<MatchingObjectionAnswer>().ProducesProblem(400)
        .WithName("postMatchingObjection").WithSummary("Object to automated matching of what one posted for no organisation, or take that back");

    private static Task<IResult> HandleAsync(Body<MatchingObjectionBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
        writes.RunAsync(http, session => ObjectAsync(session, Caller.Required(http).AccountId, body.Value.Objects!.Value, clock.GetUtcNow()));

    private static async Task<IResult> ObjectAsync(WriteSession session, Guid id, bool objects, DateTimeOffset now)
    {
        var account = (await AccountStore.FindAsync(session, id))!;
        if (account.MatchingObjected != objects)
        {
            account.MatchingObjected = objects;
            await AccountStore.UpdateAsync(session, account, now);
            session.Record(objects ? "account.matchingObjected" : "account.matchingAllowed", "account", id);
        }

        var (listings, needs) = await OwnItems.MatchAsync(session, id, matched: !objects, now);
        return new Answer(200, new MatchingObjectionAnswer { Objects = objects, Listings = listings, Needs = needs });
    }
}

internal sealed class MatchingObjectionValidator : AbstractValidator<MatchingObjectionBody>
{
    public MatchingObjectionValidator() => RuleFor(m => m.Objects).Must(o => o is not null).Says("请填写 true（反对）或 false（撤回反对）。", "Say true (object) or false (take it back).");
}
