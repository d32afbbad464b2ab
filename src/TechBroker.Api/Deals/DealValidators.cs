using FluentValidation;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Deals;

internal sealed class DealApprovalValidator : AbstractValidator<DealApprovalBody>
{
    public DealApprovalValidator()
    {
        RuleFor(a => a.Approve).NotNull().Says("须注明是否批准：true 或 false。", "Say whether it is approved: true or false.");
        RuleFor(a => a.Note).PlainText(DealShapes.LongestNote);
    }
}

internal sealed class DealRegistrationValidator : AbstractValidator<DealRegistrationBody>
{
    public DealRegistrationValidator(TimeProvider clock)
    {
        RuleFor(r => r.Number).Must(n => n?.Trim() is { Length: 14 or 16 } number && number.All(char.IsAsciiDigit))
            .Says("登记号须为 14 位或 16 位数字。", "A registration number has 14 or 16 digits.");
        RuleFor(r => r.RegisteredOn).PastDay(clock);
        RuleFor(r => r.Place).PlainText(200);
    }
}

internal sealed class DealRefusalValidator : AbstractValidator<DealRefusalBody>
{
    public DealRefusalValidator(TimeProvider clock)
    {
        RuleFor(r => r.Reason).Words("不予登记的原因", "The reason");
        RuleFor(r => r.RefusedOn).PastDay(clock);
    }
}

internal sealed class DealPaymentValidator : AbstractValidator<DealPaymentBody>
{
    public DealPaymentValidator(TimeProvider clock)
    {
        RuleFor(p => p.Amount).Price();
        RuleFor(p => p.PaidOn).PastDay(clock);
        RuleFor(p => p.Note).PlainText(DealShapes.LongestNote);
    }
}

internal sealed class DealReversalValidator : AbstractValidator<DealReversalBody>
{
    public DealReversalValidator() => RuleFor(r => r.Reason).Words("冲销原因", "The reason");
}

internal sealed class DealCompletionValidator : AbstractValidator<DealCompletionBody>
{
    public DealCompletionValidator(TimeProvider clock) => RuleFor(c => c.On).PastDay(clock);
}

internal sealed class DealBreachValidator : AbstractValidator<DealBreachBody>
{
    public DealBreachValidator(TimeProvider clock)
    {
        RuleFor(b => b.On).PastDay(clock);
        RuleFor(b => b.Note).Words("违约情况", "What happened");
    }
}

internal sealed class DealTerminationValidator : AbstractValidator<DealTerminationBody>
{
    public DealTerminationValidator(TimeProvider clock)
    {
        RuleFor(t => t.On).PastDay(clock);
        RuleFor(t => t.Reason).Words("终止原因", "The reason");
    }
}
