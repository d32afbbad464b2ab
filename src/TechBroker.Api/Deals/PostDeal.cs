using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Deals;

/// <summary>POST /deals: a technology contract that was signed.</summary>
internal static class PostDeal
{
    public static void Map(IEndpointRouteBuilder deals) => deals
        .Post("", Rules.RecordDeal, (Body<PostDealBody> body, HttpContext http, Writes writes, DealRecording recording, TimeProvider clock) =>
            writes.RunAsync(http, async session =>
            {
                var caller = Caller.Required(http);
                var (book, refused) = await recording.RecordAsync(session, caller, body.Value, Guid.NewGuid(), clock.GetUtcNow());
                return book is null ? refused! : book.ToAnswer(DealReader.Of(caller, book.Deal), http.Request.PrefersEnglish(), 201);
            }))
        .Produces<DealBody>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithName("postDeal").WithSummary("Record a technology contract");
}
