using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Investments;

/// <summary>POST /investments: records a signed investment and its line in the ledger of investments.</summary>
internal static class PostInvestment
{
    public static void Map(RouteGroupBuilder investments) => investments
        .Post("", Rules.RecordInvestment, (Body<PostInvestmentBody> body, HttpContext http, Writes writes, InvestmentRecording recording, TimeProvider clock) =>
            writes.RunAsync(http, session => RecordAsync(session, body.Value, recording, Caller.Required(http).AccountId, clock.GetUtcNow())))
        .Produces<InvestmentBody>(201).ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
        .WithName("recordInvestment").WithSummary("Record a signed investment");

    private static async Task<IResult> RecordAsync(WriteSession session, PostInvestmentBody body, InvestmentRecording recording, Guid by, DateTimeOffset now)
    {
        var (recorded, refused) = await recording.RecordAsync(session, body, by, now);
        return recorded is null ? refused! : new Answer(201, recorded.ToBody()) { Location = $"/api/v1/investments/{recorded.Id}" };
    }
}

internal sealed class PostInvestmentValidator : AbstractValidator<PostInvestmentBody>
{
    private static readonly DateOnly Earliest = new(1985, 1, 1);

    public PostInvestmentValidator(VocabularySet vocabularies)
    {
        RuleFor(i => i.Title).Required("项目名称", "The title");
        RuleFor(i => i.Title).PlainText(300);
        RuleFor(i => i.Amount).NotNull().Says("投资金额必填。", "The amount is required.");
        RuleFor(i => i.Amount).Money();
        RuleFor(i => i.Amount).Must(a => a?.MinorUnits is not 0).Says("投资金额须大于零。", "The amount must be above zero.");
        RuleFor(i => i.Investors).Must(l => l is { Count: > 0 }).Says("须至少填写一个投资方（investors）。", "Name at least one investor (investors).");
        RuleFor(i => i.Investors).Texts(50, 200);
        RuleFor(i => i.Recipient).Required("项目公司或承接方", "The project company or other recipient");
        RuleFor(i => i.Recipient).PlainText(200);
        RuleFor(i => i.RegionCode).Required("落地地区", "The region where the project settles");
        RuleFor(i => i.RegionCode).Region(vocabularies);
        RuleFor(i => i.Industry).PlainText(100);
        RuleFor(i => i.SignedOn).NotNull().Says("签约日期必填。", "The day of signing is required.");
        RuleFor(i => i.SignedOn).Must(d => d is null || d >= Earliest).Says("签约日期早于 1985 年，请核对。", "It was signed before 1985; check the day.");
        RuleFor(i => i.Note).PlainText(2_000);
    }
}
