namespace TechBroker.Domain.Vocabularies;

/// <summary>One term; <see cref="Aliases"/> are other names that files and people use for it.</summary>
public sealed record Term
{
    public required string Code { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }

    public string? Parent { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];
}

/// <summary>A dated list of terms with its source, kept as a data file so that an operator can correct it.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, Term> byCode;
    private readonly Dictionary<string, Term> byName;

    public Vocabulary(string id, string version, Text title, string source, IReadOnlyList<Term> terms)
    {
        (Id, Version, Title, Source, Terms) = (id, version, title, source, terms);
        byCode = terms.ToDictionary(t => t.Code, StringComparer.OrdinalIgnoreCase);
        byName = new Dictionary<string, Term>(StringComparer.OrdinalIgnoreCase);
        foreach (var term in terms)
        {
            foreach (var name in (IEnumerable<string>)[term.Zh, term.En, .. term.Aliases])
            {
                byName.TryAdd(name, term);
            }
        }
    }

    public string Id { get; }

    public string Version { get; }

    public Text Title { get; }

    public string Source { get; }

    public IReadOnlyList<Term> Terms { get; }

    public Term? ByCode(string code) => byCode.GetValueOrDefault(code);

    /// <summary>By code, Chinese or English name, or alias; letter case does not matter.</summary>
    public Term? Find(string text) => byCode.GetValueOrDefault(text.Trim()) ?? byName.GetValueOrDefault(text.Trim());

    /// <summary>The term itself and everything below it.</summary>
    public IEnumerable<Term> Below(string code)
    {
        if (ByCode(code) is not { } term)
        {
            return [];
        }

        return Terms.Where(t => t.Parent == term.Code).SelectMany(t => Below(t.Code)).Prepend(term);
    }
}
