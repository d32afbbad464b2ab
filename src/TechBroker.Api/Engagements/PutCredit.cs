using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.Engagements;

namespace TechBroker.Api.Engagements;

/// <summary>PUT /engagements/{id}/credit: how the managers who worked on it share the credit, exactly 100 % in all.</summary>
internal static class PutCredit
{
    public static void Map(IEndpointRouteBuilder engagements) => engagements
        .Put("/{id:guid}/credit", Rules.RunEngagement, (Guid id, Body<PutCreditBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            EngagementStep.RunAsync(http, writes, clock, id, step => ShareAsync(step, [.. body.Value.Shares!.Select(s => new CreditShare(s.ManagerId!.Value, s.BasisPoints!.Value))])))
        .Produces<EngagementBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("putCredit").WithSummary("Say how the managers of an engagement share its credit");

    private static async Task<IResult> ShareAsync(EngagementStep step, IReadOnlyList<CreditShare> shares)
    {
        if (!step.MayRun)
        {
            return step.RefusedToOthers();
        }

        foreach (var (share, i) in shares.Select((s, i) => (s, i)))
        {
            if (await Employment.FindAsync(step.Session, share.ManagerId) is not { IsManager: true })
            {
                return Problem.Invalid([new Fault($"shares[{i}].managerId", new("没有这位技术经理人，请核对账号编号及其角色。", "There is no such manager; check the account and its roles."))]);
            }

            if (ConflictFinder.Find(await ConflictChecks.PersonAsync(step.Session, share.ManagerId), step.File.Pair.Listing, step.File.Pair.Need) is { Count: > 0 } conflicts)
            {
                return Problem.Of(EngagementErrors.InConflict(conflicts));
            }
        }

        var outcome = step.Engagement.Credit([.. shares.Select(s => (s.ManagerId, s.BasisPoints))], step.Now);
        await (outcome.Error is null ? CreditStore.ReplaceAsync(step.Session, step.Engagement.Id, shares) : Task.CompletedTask);
        return await step.SaveAsync(outcome, EngagementAction.Credit, new() { Credits = shares });
    }
}

internal sealed class PutCreditValidator : AbstractValidator<PutCreditBody>
{
    private const int MostShares = 20;

    public PutCreditValidator()
    {
        RuleFor(c => c.Shares).Must(s => s is { Count: >= 1 and <= MostShares }).Says($"须列出 1 至 {MostShares} 位技术经理人的份额。", $"Name the shares of 1 to {MostShares} managers.");
        RuleForEach(c => c.Shares).Must(s => s is { ManagerId: not null, BasisPoints: >= 1 and <= EngagementDispatch.WholeCredit })
            .Says("每项须有 managerId，份额（basisPoints）为 1 至 10,000 的整数。", "Each has a managerId and basisPoints from 1 to 10,000.")
            .When(c => c.Shares is { Count: <= MostShares });
        RuleFor(c => c.Shares).Must(s => s is null || s.Where(x => x?.ManagerId is not null).GroupBy(x => x.ManagerId).All(g => g.Count() == 1))
            .Says("同一位技术经理人只能出现一次。", "A manager has one share only.");
    }
}
