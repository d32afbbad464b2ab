using FluentValidation;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Managers;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Managers;

internal sealed class PutManagerProfileValidator : AbstractValidator<PutManagerProfileBody>
{
    private const int MostRegions = 50;

    public PutManagerProfileValidator(VocabularySet vocabularies)
    {
        RuleFor(p => p.Level).Required("等级", "The level");
        RuleFor(p => p.Level).CodeOf<PutManagerProfileBody, ManagerLevel>();
        RuleFor(p => p.Fields).Texts(50, 100);
        RuleFor(p => p.Regions).Texts(MostRegions, 6);
        RuleFor(p => p.Regions).Custom((regions, context) =>
        {
            for (var i = 0; regions?.Count <= MostRegions && i < regions.Count; i++)
            {
                // What is no text at all the rule above names.
                if (!string.IsNullOrWhiteSpace((string?)regions[i]) && regions[i].Length <= 6 && !vocabularies.IsRegion(regions[i]))
                {
                    context.AddFailure($"{context.PropertyPath}[{i}]", new Text(
                        "须为六位行政区划代码（如 110000）或两位大写国家代码（如 DE）。",
                        "It must be a six-digit region code of GB/T 2260 (such as 110000) or a two-letter ISO 3166 country (such as DE).").ToString());
                }
            }
        });
        RuleFor(p => p.Languages).Must(l => l is null || (l.Count <= 20 && l.All(c => c is [>= 'a' and <= 'z', >= 'a' and <= 'z'])))
            .Says("语种须为最多 20 个两位小写的 ISO 639-1 代码，如 zh、en。", "Languages are at most 20 two-letter codes of ISO 639-1 in lower case, such as zh or en.");
        RuleFor(p => p.Employer).PlainText(200);
        RuleFor(p => p.Source).PlainText(200);
        RuleFor(p => p.Capacity).Must(c => c is null or (>= 1 and <= ManagerProfile.LargestCapacity))
            .Says($"在办对接上限须为 1 至 {ManagerProfile.LargestCapacity} 的整数。", $"The capacity is a whole number of live engagements from 1 to {ManagerProfile.LargestCapacity}.");
    }
}

internal sealed class PostShiftValidator : AbstractValidator<PostShiftBody>
{
    public PostShiftValidator()
    {
        RuleFor(s => s.From).NotNull().Says("须填写开始时间（from）。", "Say when it begins (from).");
        RuleFor(s => s.To).NotNull().Says("须填写结束时间（to）。", "Say when it ends (to).");
        RuleFor(s => s.To).Must((s, to) => to is null || s.From is not { } from || (to > from && to <= from.AddDays(1)))
            .Says("结束时间须晚于开始时间，且一个班次不超过 24 小时。", "It ends after it begins, and a shift has at most 24 hours.");
        RuleFor(s => s.Desk).Required("服务台", "The desk");
        RuleFor(s => s.Desk).PlainText(100);
    }
}

internal sealed class PostAbsenceValidator : AbstractValidator<PostAbsenceBody>
{
    public PostAbsenceValidator()
    {
        RuleFor(a => a.From).NotNull().Says("须填写开始时间（from）。", "Say when it begins (from).");
        RuleFor(a => a.To).NotNull().Says("须填写结束时间（to）。", "Say when it ends (to).");
        RuleFor(a => a.To).Must((a, to) => to is null || a.From is not { } from || (to > from && to <= from.AddDays(731)))
            .Says("结束时间须晚于开始时间，且不超过两年。", "It ends after it begins, within two years.");
        RuleFor(a => a.Reason).PlainText(500);
    }
}
