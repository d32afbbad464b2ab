using System.Text.Json;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Matching;

namespace TechBroker.Verbs;

/// <summary>Listings or needs of a JSONL file with the HTTP field names plus <c>id</c>, for ranking without a server.</summary>
internal sealed class MarketFile
{
    private readonly List<string> names = [];
    private readonly Dictionary<string, Guid> ids = new(StringComparer.Ordinal);

    public List<MarketItem> Items { get; } = [];

    public string NameOf(Guid id) => names[BitConverter.ToInt32(id.ToByteArray(), 0) - 1];

    public Guid? IdOf(string name) => ids.TryGetValue(name, out var id) ? id : null;

    /// <exception cref="FailedException">The file cannot be read; the message names the line.</exception>
    public static MarketFile Read(FileInfo file, Side side)
    {
        var market = new MarketFile();
        var number = 0;
        try
        {
            foreach (var line in File.ReadLines(file.FullName))
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line))
                {
                    market.Add(line, side);
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException or FormatException)
        {
            throw new FailedException($"{file.Name}{(number > 0 ? $", line {number}" : "")}: {Explain(e)}");
        }

        return market;
    }

    /// <summary>The parser counts lines within the line, and speaks of .NET types.</summary>
    private static string Explain(Exception e) => e switch
    {
        JsonException { Path: ['$', '.', .. var property] } => $"{property} has a value of the wrong type.",
        JsonException { BytePositionInLine: { } position } => $"it is no valid JSON at byte {position + 1}; write one whole object per line.",
        InvalidOperationException => "it holds half of a Unicode pair.",
        _ => e.Message,
    };

    private void Add(string line, Side side)
    {
        using var document = JsonDocument.Parse(line);
        if (document.RootElement.ValueKind is not JsonValueKind.Object)
        {
            throw new FormatException("it is no JSON object; write one per line.");
        }

        var name = document.RootElement.TryGetProperty("id", out var given) ? given.ToString() : "";
        if (name.Length == 0)
        {
            throw new FormatException("every line needs an id.");
        }

        // Ties break by id, so ids follow the file's order: the same files rank the same on any machine.
        var id = new Guid(names.Count + 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        if (!ids.TryAdd(name, id))
        {
            throw new FormatException($"id {name} stands there twice.");
        }

        names.Add(name);
        Items.Add(side is Side.Listing
            ? Item(id, document.RootElement.Deserialize<PostListingBody>(ApiJson.Lenient)!)
            : Item(id, document.RootElement.Deserialize<PostNeedBody>(ApiJson.Lenient)!));
    }

    private static MarketItem Item(Guid id, PostListingBody l) => new()
    {
        Side = Side.Listing,
        Id = id,
        Revision = 1,
        Title = l.Title ?? "",
        Summary = l.Summary ?? "",
        Description = l.Description ?? "",
        Keywords = l.Keywords ?? [],
        Fields = l.Fields ?? [],
        Trl = l.Trl,
        Ip = [.. (l.Ip ?? []).Select(i => $"{i.Type}:{i.Status}")],
        CooperationModes = l.CooperationModes ?? [],
        RegionCode = l.RegionCode,
        Price = PriceOf(l.AskingPrice),
    };

    private static MarketItem Item(Guid id, PostNeedBody n) => new()
    {
        Side = Side.Need,
        Id = id,
        Revision = 1,
        Title = n.Title ?? "",
        Description = n.Description ?? "",
        Keywords = n.Keywords ?? [],
        Fields = n.Fields ?? [],
        Trl = n.MinTrl,
        CooperationModes = n.CooperationModes ?? [],
        RegionCode = n.RegionCode,
        Price = PriceOf(n.Budget),
        Deadline = n.Deadline,
        Hidden = n.Visibility is "blind" or "private",
    };

    private static Price? PriceOf(MoneyBody? money) => money is { Currency: { } currency, MinorUnits: { } units } ? new Price(currency, units) : null;
}
