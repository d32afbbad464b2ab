using FluentValidation;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Engagements;

namespace TechBroker.Api.Engagements;

internal sealed class PostEngagementValidator : AbstractValidator<PostEngagementBody>
{
    public PostEngagementValidator()
    {
        RuleFor(e => e.ListingId).NotNull().Says("须指明成果（listingId）。", "Name the listing (listingId).");
        RuleFor(e => e.NeedId).NotNull().Says("须指明需求（needId）。", "Name the need (needId).");
        RuleFor(e => e.Note).PlainText(NoteLength.Most);
    }
}

internal sealed class EngagementInterestValidator : AbstractValidator<EngagementInterestBody>
{
    public EngagementInterestValidator() => RuleFor(e => e.Side).CodeOf<EngagementInterestBody, EngagementSide>();
}

internal sealed class EngagementDeclineValidator : AbstractValidator<EngagementDeclineBody>
{
    public EngagementDeclineValidator()
    {
        RuleFor(e => e.Reason).Required("原因", "The reason");
        RuleFor(e => e.Reason).CodeOf<EngagementDeclineBody, CloseReason>();
        RuleFor(e => e.Note).PlainText(NoteLength.Most);
        RuleFor(e => e.Side).CodeOf<EngagementDeclineBody, EngagementSide>();
    }
}

internal sealed class EngagementCloseValidator : AbstractValidator<EngagementCloseBody>
{
    public EngagementCloseValidator()
    {
        RuleFor(e => e.Reason).Required("原因", "The reason");
        RuleFor(e => e.Reason).CodeOf<EngagementCloseBody, CloseReason>();
        RuleFor(e => e.Note).PlainText(NoteLength.Most);
    }
}

internal sealed class EngagementReopenValidator : AbstractValidator<EngagementReopenBody>
{
    public EngagementReopenValidator()
    {
        RuleFor(e => e.Note).Required("重新开启的理由", "The reason for reopening");
        RuleFor(e => e.Note).PlainText(NoteLength.Most);
    }
}

internal sealed class EngagementHandOverValidator : AbstractValidator<EngagementHandOverBody>
{
    public EngagementHandOverValidator() => RuleFor(e => e.ManagerId).NotNull().Says("须指明接手的技术经理人（managerId）。", "Name the manager who takes over (managerId).");
}

/// <summary>In characters.</summary>
internal static class NoteLength
{
    public const int Most = 2_000;
}
