using FluentValidation;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Engagements;

namespace TechBroker.Api.Engagements;

internal sealed class EngagementNegotiateValidator : AbstractValidator<EngagementNegotiateBody>
{
    public EngagementNegotiateValidator()
    {
        RuleFor(e => e.PriceMode).Required("定价方式", "The price mode");
        RuleFor(e => e.PriceMode).CodeOf<EngagementNegotiateBody, PriceMode>();
        RuleFor(e => e.Note).PlainText(NoteLength.Most);
    }
}

internal sealed class EngagementPublicityValidator : AbstractValidator<EngagementPublicityBody>
{
    public EngagementPublicityValidator()
    {
        RuleFor(e => e.Price).NotNull().Says("须填写公示价格（price）。", "Say which price is made public (price).");
        RuleFor(e => e.Price).Money();
        RuleFor(e => e.Days).Must(days => days is null or (>= 0 and <= PublicityTerms.MostDays))
            .Says($"须为 0 至 {PublicityTerms.MostDays} 的整数。", $"It must be a whole number from 0 to {PublicityTerms.MostDays}.");
    }
}

internal sealed class EngagementObjectionValidator : AbstractValidator<EngagementObjectionBody>
{
    public EngagementObjectionValidator()
    {
        RuleFor(e => e.ReceivedOn).NotNull().Says("须填写收到异议的日期（receivedOn）。", "Say on which day it arrived (receivedOn).");
        RuleFor(e => e.Text).Required("异议内容", "The text of the objection");
        RuleFor(e => e.Text).PlainText(10_000);
    }
}

internal sealed class EngagementOutcomeValidator : AbstractValidator<EngagementOutcomeBody>
{
    public EngagementOutcomeValidator()
    {
        RuleFor(e => e.Kind).Required("文件类型", "The kind");
        RuleFor(e => e.Kind).CodeOf<EngagementOutcomeBody, EngagementOutcome>();
        RuleFor(e => e.SignedOn).NotNull().Says("须填写签署日期（signedOn）。", "Say on which day it was signed (signedOn).");
        RuleFor(e => e.Note).PlainText(NoteLength.Most);
    }
}
