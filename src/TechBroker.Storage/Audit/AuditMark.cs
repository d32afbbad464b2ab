using System.Globalization;

namespace TechBroker.Storage.Audit;

/// <summary>A place in the chain and the hash there, to be noted elsewhere: <c>SEQ:HASH</c>.</summary>
public sealed record AuditMark(long Seq, string Hash)
{
    /// <returns>Null where the text is no mark.</returns>
    public static AuditMark? Parse(string text)
    {
        var at = text.IndexOf(':', StringComparison.Ordinal);
        var hash = text[(at + 1)..].Trim();
        return at > 0 && long.TryParse(text.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var seq) && seq > 0
            && hash.Length == 64 && hash.All(char.IsAsciiHexDigit)
                ? new AuditMark(seq, hash.ToLowerInvariant())
                : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seq}:{Hash}");
}
