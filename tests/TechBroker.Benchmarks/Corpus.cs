using System.Text;
using System.Text.Json;
using TechBroker.Matching;

namespace TechBroker.Benchmarks;

/// <summary>
/// Made listings and needs of realistic length: short pieces of the demo data's Chinese, half from everywhere with falling frequency (as
/// words have it), half from one of 500 topics, so that a need has some dozens of listings on its topic and most others share only the
/// language's common words with it. The same seed gives the same texts.
/// </summary>
internal sealed class Corpus
{
    private const int Topics = 500, PiecesOfTopic = 60;

    private static readonly char[] ClauseEnds = ['，', '。', '；', '：', '、', '\n'];

    private static readonly string[] Fields = ["future-industries:biomanufacturing", "future-industries:quantum", "nsfc:E04", "nsfc:B08", "新材料", "储能"];
    private static readonly string[][] Modes = [["transfer", "licence"], ["licence"], ["jointDevelopment", "technicalService"], ["equity"], []];

    private readonly string[] pieces;
    private readonly string[][] topics;
    private readonly Random random;

    public Corpus(int seed)
    {
        var demo = Path.Combine(AppContext.BaseDirectory, "demo");
        var texts = Directory.GetFiles(demo, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(l => l.Length > 0)
            .Select(l => JsonElement.Parse(l).GetProperty("description").GetString()!);

        // Lexicon and topics are the same for every seed: only the texts differ.
        random = new Random(0);
        pieces = [.. texts.SelectMany(t => t.Split(ClauseEnds)).Where(c => c.Any(x => x > 0x4E00)).SelectMany(Pieces).Distinct(StringComparer.Ordinal).OrderBy(_ => random.Next())];
        topics = [.. Enumerable.Range(0, Topics).Select(_ => Enumerable.Range(0, PiecesOfTopic).Select(_ => pieces[random.Next(pieces.Length)]).ToArray())];
        random = new Random(seed);
    }

    public (string Title, string Description) Text(int length)
    {
        var topic = topics[random.Next(Topics)];
        return (Words(topic, 16), Words(topic, length));
    }

    public MarketItem Item(Side side, int length)
    {
        var (title, description) = Text(length);
        return new MarketItem
        {
            Side = side,
            Id = NextId(),
            Revision = 1,
            Title = title,
            Description = description,
            Keywords = [pieces[random.Next(pieces.Length)], pieces[random.Next(pieces.Length)]],
            Fields = [$"gbt4754:C{random.Next(13, 44)}{random.Next(10, 100)}", Fields[random.Next(Fields.Length)]],
            Trl = random.Next(1, 10),
            CooperationModes = Modes[random.Next(Modes.Length)],
            RegionCode = random.Next(2) == 0 ? "110000" : "330100",
            Price = random.Next(3) == 0 ? null : new Price("CNY", 100_000L * random.Next(1, 5_000)),
            Ip = side == Side.Listing && random.Next(2) == 0 ? ["patent:granted"] : [],
            PostedOn = new DateOnly(2026, 1, 1),
            Deadline = side == Side.Need ? new DateOnly(2026, 1, 1).AddDays(random.Next(60, 900)) : null,
        };
    }

    private string Words(string[] topic, int length)
    {
        var text = new StringBuilder();
        for (var i = 1; text.Length < length; i++)
        {
            text.Append(i % 2 == 0 ? topic[random.Next(topic.Length)] : Common()).Append(i % 6 == 0 ? "，" : "");
        }

        return text.ToString();
    }

    // The cube of an even number is small more often than not: frequencies fall off steeply, roughly as those of words do.
    private string Common()
    {
        var u = random.NextDouble();
        return pieces[(int)(u * u * u * pieces.Length)];
    }

    private IEnumerable<string> Pieces(string clause)
    {
        for (var at = 0; at < clause.Length;)
        {
            var length = Math.Min(random.Next(2, 5), clause.Length - at);
            yield return clause.Substring(at, length);
            at += length;
        }
    }

    private Guid NextId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
