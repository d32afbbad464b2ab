using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>
/// Codes of regions and countries from what people write: 北京, 北京市海淀区, 浙江省杭州市余杭区, Haidian District, Beijing, 110108, US.
/// The deepest place that the text names, each below the one before, is taken; a street behind it does no harm.
/// </summary>
internal sealed class RegionNames
{
    private static readonly string[] Suffixes = ["维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "自治州", "地区", "省", "市", "盟", "区", "县"];
    private static readonly string[] Country = ["中华人民共和国", "中国"];
    private static readonly char[] Breaks = [',', '，', '/', '、', '·', '>', '-', ' ', ';'];

    private readonly VocabularySet vocabularies;
    private readonly Dictionary<string, List<Term>> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly int longest;

    public RegionNames(VocabularySet vocabularies)
    {
        this.vocabularies = vocabularies;
        foreach (var term in vocabularies.Find("regions")?.Terms ?? [])
        {
            foreach (var name in Names(term))
            {
                Add(name, term);
            }
        }

        longest = byName.Keys.Select(n => n.Length).DefaultIfEmpty().Max();
    }

    public Parsed<string?> Parse(string text)
    {
        var plain = HeadingText.HalfWidth(text).Trim();
        var upper = plain.ToUpperInvariant();
        if (upper.Length is 2 or 6 && vocabularies.IsRegion(upper))
        {
            return upper;
        }

        if (IsSeveral(plain))
        {
            return Unknown(text);
        }

        return (Unique(plain, null) ?? Descend(plain) ?? Parts(plain))?.Code ?? vocabularies.Find("countries")?.Find(plain)?.Code ?? Unknown(text);
    }

    public static Parsed<string?> Unknown(string text) => Unreadable.Value(
        "region-unknown",
        text,
        "不是认识的单个地区。",
        "is not one region that is known.",
        "请填写省、市、区县名称（如“北京市海淀区”）、六位行政区划代码，或外国的两位国家代码。",
        "Enter a province, city or district (such as \"Haidian District, Beijing\"), a six-digit region code, or the two-letter code of a country.");

    /// <summary>北京、天津: a record has one region, and taking the first would lose the other without a word.</summary>
    private bool IsSeveral(string text) =>
        text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries).Select(p => Unique(p, null)).OfType<Term>().Where(t => t.Parent is null).Distinct().Count() > 1;

    /// <summary>Chinese order, large to small, without separators.</summary>
    private Term? Descend(string text)
    {
        var rest = string.Concat(text.Split(Breaks));
        rest = Country.Where(c => rest.StartsWith(c, StringComparison.Ordinal)).Select(c => rest[c.Length..]).FirstOrDefault() ?? rest;
        Term? found = null;
        while (rest.Length > 0)
        {
            // Abbreviations of one character stand alone only: 京津冀 is not in Beijing.
            var next = Enumerable.Range(2, Math.Max(0, Math.Min(longest, rest.Length) - 1)).Reverse()
                .Select(n => (Length: n, Term: Unique(rest[..n], found)))
                .FirstOrDefault(c => c.Term is not null);
            if (next.Term is null)
            {
                break;
            }

            (found, rest) = (next.Term, rest[next.Length..]);
        }

        // 北京天津: a second place that is not in the first.
        return found is not null && Unique(rest, null) is not null ? null : found;
    }

    /// <summary>English order, small to large, with commas: the smallest place that lies in the one behind it.</summary>
    private Term? Parts(string text)
    {
        Term? found = null;
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Reverse())
        {
            found = Unique(part, found) ?? found;
        }

        return found;
    }

    /// <summary>The only place of that name, or the only one below <paramref name="within"/>; 吉林 alone is the province, not its city.</summary>
    private Term? Unique(string name, Term? within)
    {
        var all = byName.GetValueOrDefault(name)?.Where(t => within is null || IsBelow(t, within)).ToList() ?? [];
        return Only(all) ?? Only(all.Where(t => t.Zh == name)) ?? Only(all.Where(t => t.Parent is null));

        static Term? Only(IEnumerable<Term> terms) => terms.Take(2).ToList() is [var only] ? only : null;
    }

    private bool IsBelow(Term term, Term ancestor)
    {
        var parent = term.Parent;
        for (var depth = 0; depth < 4 && parent is not null; depth++)
        {
            if (parent == ancestor.Code)
            {
                return true;
            }

            parent = vocabularies.Find("regions")?.ByCode(parent)?.Parent;
        }

        return false;
    }

    private static IEnumerable<string> Names(Term term)
    {
        foreach (var name in (IEnumerable<string>)[term.Zh, term.En, .. term.Aliases])
        {
            yield return name;
            var suffix = Suffixes.FirstOrDefault(s => name.EndsWith(s, StringComparison.Ordinal) && name.Length - s.Length >= 2);
            if (suffix is not null)
            {
                yield return name[..^suffix.Length];
            }
        }
    }

    private void Add(string name, Term term)
    {
        var terms = byName.TryGetValue(name, out var known) ? known : byName[name] = [];
        if (!terms.Contains(term))
        {
            terms.Add(term);
        }
    }
}
