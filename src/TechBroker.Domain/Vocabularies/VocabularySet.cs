using System.Reflection;

namespace TechBroker.Domain.Vocabularies;

/// <summary>All vocabularies by id. Those shipped with the program are the defaults; an operator's files replace them by id.</summary>
public sealed class VocabularySet
{
    /// <summary>Vocabularies whose terms may stand in the <c>fields</c> of a listing or need, in the order in which names are looked up.</summary>
    public static readonly IReadOnlyList<string> OfFields = ["future-industries", "engineering-fronts", "strategic-industries", "industries"];

    private readonly Dictionary<string, Vocabulary> byId;

    public VocabularySet(IEnumerable<Vocabulary> vocabularies) =>
        byId = vocabularies.GroupBy(v => v.Id).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);

    public IEnumerable<Vocabulary> All => byId.Values.OrderBy(v => v.Id, StringComparer.Ordinal);

    public Vocabulary? Find(string id) => byId.GetValueOrDefault(id);

    /// <exception cref="KeyNotFoundException">A vocabulary that the program itself relies on is missing.</exception>
    public Vocabulary this[string id] => byId[id];

    /// <summary>The code <c>vocabulary:code</c> that a code or name stands for, or null where no vocabulary knows it.</summary>
    public string? FieldCode(string text)
    {
        var (vocabulary, code) = text.Split(':', 2) is [var v, var c] ? (v, c) : (null, text);
        foreach (var id in OfFields)
        {
            if ((vocabulary is null || vocabulary == id) && Find(id)?.Find(code) is { } term)
            {
                return $"{id}:{term.Code}";
            }
        }

        return null;
    }

    /// <summary>A six-digit code whose province is known, or an ISO 3166 alpha-2 country.</summary>
    public bool IsRegion(string code) =>
        code.Length == 6
            ? code.All(char.IsAsciiDigit) && this["regions"].ByCode(code[..2] + "0000") is not null
            : code.Length == 2 && this["countries"].ByCode(code)?.Code == code;

    public static VocabularySet Shipped(params IEnumerable<Vocabulary> overrides) => new([.. Embedded(), .. overrides]);

    private static IEnumerable<Vocabulary> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
#pragma warning disable RS0030 // An assembly's own resources are part of the program, not I/O.
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("vocabularies/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return VocabularyFile.Parse(bytes);
        }
#pragma warning restore RS0030
    }
}
