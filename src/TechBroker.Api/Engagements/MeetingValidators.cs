using FluentValidation;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Engagements;

internal sealed class PostMeetingValidator : AbstractValidator<PostMeetingBody>
{
    public PostMeetingValidator()
    {
        RuleFor(m => m.HeldAt).Must((m, held) => held is not null || m.StartsAt is not null)
            .Says("须填写 heldAt（已举行的会面）或 startsAt（要安排的会面）。", "Give heldAt for a meeting that was held, or startsAt for one that is planned.");
        RuleFor(m => m.StartsAt).Must((m, starts) => starts is null || m.HeldAt is null)
            .Says("heldAt 与 startsAt 只能填写其一。", "Give heldAt or startsAt, not both.");
        RuleFor(m => m.HeldAt).NotLongAgo();
        RuleFor(m => m.EndsAt).Must((m, ends) => ends is null || (m.HeldAt ?? m.StartsAt) is not { } begins || ends > begins).Says(MeetingRules.EndZh, MeetingRules.EndEn);
        RuleFor(m => m.Note).PlainText(NoteLength.Most);
        RuleFor(m => m.Note).Must((m, note) => note is null || m.HeldAt is not null || m.StartsAt is null).Says(MeetingRules.LaterZh, MeetingRules.LaterEn);
        RuleFor(m => m.Outcome).PlainText(NoteLength.Most);
        RuleFor(m => m.Outcome).Must((m, outcome) => outcome is null || m.HeldAt is not null || m.StartsAt is null).Says(MeetingRules.LaterZh, MeetingRules.LaterEn);
        RuleFor(m => m.Place).PlainText(MeetingRules.LongestPlace);
        RuleFor(m => m.Agenda).PlainText(NoteLength.Most);
    }
}

internal sealed class PutMeetingValidator : AbstractValidator<PutMeetingBody>
{
    public PutMeetingValidator()
    {
        RuleFor(m => m.StartsAt).NotNull().Says("须填写会面开始时间（startsAt）。", "Say when it begins (startsAt).");
        RuleFor(m => m.EndsAt).Must((m, ends) => ends is null || m.StartsAt is null || ends > m.StartsAt).Says(MeetingRules.EndZh, MeetingRules.EndEn);
        RuleFor(m => m.Place).PlainText(MeetingRules.LongestPlace);
        RuleFor(m => m.Agenda).PlainText(NoteLength.Most);
    }
}

internal sealed class MeetingHoldValidator : AbstractValidator<MeetingHoldBody>
{
    public MeetingHoldValidator()
    {
        RuleFor(m => m.HeldAt).NotNull().Says("须填写会面举行时间（heldAt）。", "Say when it was held (heldAt).");
        RuleFor(m => m.HeldAt).NotLongAgo();
        RuleFor(m => m.Note).PlainText(NoteLength.Most);
        RuleFor(m => m.Outcome).PlainText(NoteLength.Most);
    }
}

internal sealed class MeetingCancelValidator : AbstractValidator<MeetingCancelBody>
{
    public MeetingCancelValidator() => RuleFor(m => m.Reason).PlainText(NoteLength.Most);
}

internal static class MeetingRules
{
    public const int LongestPlace = 300;
    public const string EndZh = "结束时间须晚于开始时间。", EndEn = "It ends after it begins.";
    public const string LaterZh = "要安排的会面还没有纪要和结果，请写入议题（agenda），或在会面之后登记（hold）。", LaterEn = "A planned meeting has none yet: use agenda, or record it once the meeting was held (hold).";

    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A year with a digit too few is a slip, not a meeting.</summary>
    public static void NotLongAgo<T>(this IRuleBuilder<T, DateTimeOffset?> rule) =>
        rule.Must(at => at is null || at >= Earliest).Says("时间早于 2000 年，请核对。", "That is before the year 2000; check it.");
}
