using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;
using TechBroker.IntegrationTests.Api.Support;

namespace TechBroker.IntegrationTests.Access;

/// <summary>
/// An answer without what is random by construction: the trace id, the Date header, ids made during the run (numbered as they come), also inside
/// cursors, encrypted places of the stream, and the antiforgery token with its cookie. Everything else stays byte for byte.
/// </summary>
internal sealed partial class Neutral(HashSet<Guid> known)
{
    private readonly Dictionary<Guid, int> made = [];

    public string Of(Reply reply)
    {
        var headers = reply.Headers.Where(h => h.Key is not ("Date" or "Set-Cookie")).OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {h.Value}");
        var text = Trace().Replace(reply.Text, "\"traceId\":\"\"");
        text = Token().Replace(text, "\"token\":\"\"");
        text = Next().Replace(text, m => $"\"next\":\"{Decoded(m.Groups[1].Value)}\"");
        return Ids($"{reply.Status}\n{string.Join('\n', headers)}\n\n{text}");
    }

    public string Of(LiveEvent live) => Ids($"{live.Kind} {live.Data}");

    private string Ids(string text) => Uuid().Replace(text, m => Guid.Parse(m.Value) is var id && known.Contains(id) ? m.Value : $"made-{Number(id)}");

    private int Number(Guid id) => made.TryGetValue(id, out var number) ? number : made[id] = made.Count + 1;

    private static string Decoded(string cursor)
    {
        var plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return $"{Guid.ParseExact(plain[..32], "N")} {plain[32..]}";
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex Trace();

    [GeneratedRegex("\"token\":\"[^\"]*\"")]
    private static partial Regex Token();

    [GeneratedRegex("\"next\":\"([^\"]+)\"")]
    private static partial Regex Next();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();
}
