using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Investments;
using TechBroker.Storage.Investments;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Investments;

/// <summary>POST /investments/{id}/reversal: takes a mistake back by a line of its own; the right entry is recorded anew.</summary>
internal static class ReverseInvestment
{
    public static void Map(RouteGroupBuilder investments) => investments
        .Post("/{id:guid}/reversal", Rules.RecordInvestment, (Guid id, Body<InvestmentReversalBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            writes.RunAsync(http, session => ReverseAsync(session, id, body.Value.Reason!.Trim(), Caller.Required(http), clock.GetUtcNow())))
        .Produces<InvestmentBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409)
        .WithName("reverseInvestment").WithSummary("Reverse an investment that was recorded by mistake");

    private static async Task<IResult> ReverseAsync(WriteSession session, Guid id, string reason, Caller caller, DateTimeOffset now)
    {
        if (await InvestmentStore.FindAsync(session, id) is not { } investment)
        {
            return Problem.Of(MarketError.NotFound("investment", id));
        }

        if (!caller.IsOrganiser && investment.RecordedBy != caller.AccountId)
        {
            return Problem.Of(Investment.NotYoursToReverse());
        }

        if (!investment.Reverse(caller.AccountId, reason, now).Is(out var reversed, out var refused))
        {
            return Problem.Of(refused);
        }

        await InvestmentStore.ReverseAsync(session, reversed);
        return new Answer(200, reversed.ToBody());
    }
}

internal sealed class InvestmentReversalValidator : AbstractValidator<InvestmentReversalBody>
{
    public InvestmentReversalValidator()
    {
        RuleFor(b => b.Reason).Required("冲销原因", "The reason");
        RuleFor(b => b.Reason).PlainText(500);
    }
}
