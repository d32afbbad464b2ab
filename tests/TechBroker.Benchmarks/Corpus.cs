using System.Text;
using System.Text.Json;
using TechBroker.Matching;

namespace TechBroker.Benchmarks;

/// <summary>
/// Made listings and needs of realistic length: clauses of the demo data, mixed anew with numbers and names of their own. The same seed
/// gives the same texts.
/// </summary>
internal sealed class Corpus
{
    private static readonly char[] ClauseEnds = ['，', '。', '；', '：', '、', '\n'];

    private readonly string[] clauses;
    private readonly string[] titles;
    private readonly Random random;

    public Corpus(int seed)
    {
        random = new Random(seed);
        var demo = Path.Combine(AppContext.BaseDirectory, "demo");
        var lines = Directory.GetFiles(demo, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(l => l.Length > 0).Select(l => JsonElement.Parse(l)).ToList();
        titles = [.. lines.Select(l => l.GetProperty("title").GetString()!).Where(t => t.Any(c => c > 0x4E00))];
        clauses = [.. lines.SelectMany(l => l.GetProperty("description").GetString()!.Split(ClauseEnds, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(c => c.Length >= 4 && c.Any(x => x > 0x4E00))];
    }

    public string Title() => Blend(Pick(titles), Pick(titles));

    /// <summary>About as many characters as asked for.</summary>
    public string Description(int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(Blend(Pick(clauses), Pick(clauses))).Append('，');
        }

        return text.ToString();
    }

    public MarketItem Item(Side side, int length) => new()
    {
        Side = side,
        Id = NextId(),
        Revision = 1,
        Title = Title(),
        Description = Description(length),
        Trl = random.Next(1, 10),
        RegionCode = random.Next(2) == 0 ? "110000" : "330100",
    };

    private Guid NextId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];

    // Halves of two phrases give word pairs that no single source has, so that postings do not come in blocks.
    private string Blend(string a, string b) => random.Next(3) switch
    {
        0 => a,
        1 => string.Concat(a.AsSpan(0, (a.Length + 1) / 2), b.AsSpan(b.Length / 2)),
        _ => $"{a}{random.Next(1, 999)}",
    };
}
