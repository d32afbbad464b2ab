using FluentValidation;
using TechBroker.Api.Engagements;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Duplicates;

namespace TechBroker.Api.Duplicates;

internal sealed class DuplicateMergeValidator : AbstractValidator<DuplicateMergeBody>
{
    public DuplicateMergeValidator() => RuleFor(m => m.Keep).NotNull().Says("须指明保留哪一条（keep）。", "Name the one to keep (keep).");
}

internal sealed class DuplicateDismissValidator : AbstractValidator<DuplicateDismissBody>
{
    public DuplicateDismissValidator() => RuleFor(d => d.Note).PlainText(NoteLength.Most);
}

internal sealed class DuplicateResolveValidator : AbstractValidator<DuplicateResolveBody>
{
    public DuplicateResolveValidator()
    {
        RuleFor(r => r.Decision).Required("裁定", "The decision");
        RuleFor(r => r.Decision).CodeOf<DuplicateResolveBody, DuplicateDecision>();
        RuleFor(r => r.Note).PlainText(NoteLength.Most);
    }
}
