using System.Text.Json;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Statistics;

/// <summary>
/// The topmost vocabulary terms of stored fields, such as industries:C of industries:C35. A free term is none of them: it could tell what a hidden
/// need is about.
/// </summary>
internal sealed class TopFields(VocabularySet vocabularies)
{
    private readonly Dictionary<string, IReadOnlyList<string>> known = new(StringComparer.Ordinal);

    /// <param name="json">A list of codes, as it is stored.</param>
    public IReadOnlyList<string> Of(string json)
    {
        if (!known.TryGetValue(json, out var top))
        {
            known[json] = top = [.. (JsonSerializer.Deserialize<string[]>(json) ?? []).Select(Top).OfType<string>().Distinct()];
        }

        return top;
    }

    private string? Top(string field)
    {
        if (field.Split(':', 2) is not [var id, var code] || !VocabularySet.OfFields.Contains(id) || vocabularies.Find(id) is not { } vocabulary || vocabulary.ByCode(code) is not { } term)
        {
            return null;
        }

        while (term.Parent is { } parent && vocabulary.ByCode(parent) is { } above)
        {
            term = above;
        }

        return $"{id}:{term.Code}";
    }
}
