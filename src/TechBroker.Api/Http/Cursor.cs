using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace TechBroker.Api.Http;

/// <summary>The place after which the next page begins: an ordering value and the id that breaks ties.</summary>
internal sealed record Cursor(string Value, Guid Id)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Id:N}{Value}"));

    public static Cursor Of(DateTimeOffset at, Guid id) => new(at.UtcTicks.ToString(CultureInfo.InvariantCulture), id);

    public static Cursor Of(double score, Guid id) => new(score.ToString("R", CultureInfo.InvariantCulture), id);

    public DateTimeOffset? Time => long.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
        ? new DateTimeOffset(ticks, TimeSpan.Zero)
        : null;

    public double? Score => double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) ? score : null;

    public static Cursor? Parse(string text)
    {
        var bytes = new byte[128];
        if (text.Length > 150 || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var length))
        {
            return null;
        }

        var plain = Encoding.UTF8.GetString(bytes, 0, length);
        return plain.Length > 32 && Guid.TryParseExact(plain[..32], "N", out var id) ? new Cursor(plain[32..], id) : null;
    }
}
