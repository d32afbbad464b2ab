using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Validation;

/// <summary>Fields of technology: what a vocabulary knows becomes its code, what none knows stays a free term.</summary>
internal static class FieldCodes
{
    public static string[] Resolve(IReadOnlyList<string>? fields, VocabularySet vocabularies) =>
        [.. Cleaning.Distinct(fields).Select(f => vocabularies.FieldCode(f) ?? f).Distinct()];

    public static IEnumerable<WarningBody> Warnings(IReadOnlyList<string> resolved, VocabularySet vocabularies, bool english) =>
        resolved.Where(f => vocabularies.FieldCode(f) != f).Select(f => new WarningBody
        {
            Field = "fields",
            Code = "unknown-field",
            Message = new Text(
                $"“{f}”不在任何技术领域词表中，已按自由词保存；可用代码见 /api/v1/vocabularies。",
                $"'{f}' is in no vocabulary of fields and is kept as a free term; see /api/v1/vocabularies.").In(english),
        });
}
