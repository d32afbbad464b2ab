using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TechBroker.Api.Http;

/// <summary>The place after which the next page of one list begins: an ordering value and the id that breaks ties.</summary>
internal sealed record Cursor(string List, string Value, Guid Id)
{
    private const int IdLength = 32, ListLength = 8;

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Id:N}{List}{Value}"));

    public static Cursor Of(string list, DateTimeOffset at, Guid id) => new(list, at.UtcTicks.ToString(CultureInfo.InvariantCulture), id);

    public static Cursor Of(string list, double score, Guid id) => new(list, score.ToString("R", CultureInfo.InvariantCulture), id);

    /// <summary>In a list where the number alone is the order.</summary>
    public static Cursor Of(string list, long number) => new(list, number.ToString(CultureInfo.InvariantCulture), Guid.Empty);

    public static Cursor Of(string list, int place, Guid id) => new(list, place.ToString(CultureInfo.InvariantCulture), id);

    /// <summary>Stands for a list and its order, so that a cursor of another one is recognised.</summary>
    public static string ListOf(string path, string order) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{path.ToLowerInvariant()}\n{order}")))[..ListLength];

    public DateTimeOffset? Time => long.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
        ? new DateTimeOffset(ticks, TimeSpan.Zero)
        : null;

    public double? Score => double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && double.IsFinite(score) ? score : null;

    public long? Number => long.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? Place => int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;

    public static Cursor? Parse(string text)
    {
        var bytes = new byte[128];
        if (text.Length > 150 || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var length))
        {
            return null;
        }

        var plain = Encoding.UTF8.GetString(bytes, 0, length);
        return plain.Length > IdLength + ListLength && Guid.TryParseExact(plain[..IdLength], "N", out var id)
            ? new Cursor(plain[IdLength..(IdLength + ListLength)], plain[(IdLength + ListLength)..], id)
            : null;
    }
}
