using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;
using TechBroker.IntegrationTests.Api.Support;

namespace TechBroker.IntegrationTests.Access;

/// <summary>
/// An answer without what is random by construction: the trace id, the Date header, ids made during the run (numbered as they come), also inside
/// cursors, encrypted places of the stream, the order of matches proposed at once (that of their ids), the antiforgery token with its cookie, and the nonce of pages. Everything else stays byte for byte.
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
        return Ids(Nonce().Replace($"{reply.Status}\n{string.Join('\n', headers)}\n\n{text}", "nonce"));
    }

    /// <summary>Matches that are proposed in one commit are told in the order of their items' ids, so those stand in the order of what they say.</summary>
    public IReadOnlyList<string> Of(IEnumerable<LiveEvent> events)
    {
        var (told, proposed) = (new List<string>(), new List<LiveEvent>());
        foreach (var live in events.Append(null))
        {
            if (live?.Kind == "matchProposed")
            {
                proposed.Add(live);
                continue;
            }

            told.AddRange(proposed.OrderBy(p => Ids(p.Data, id => made.TryGetValue(id, out var number) ? number : 0), StringComparer.Ordinal).Select(p => Ids($"{p.Kind} {p.Data}")));
            proposed.Clear();
            told.AddRange(live is null ? [] : [Ids($"{live.Kind} {live.Data}")]);
        }

        return told;
    }

    private string Ids(string text) => Ids(text, Number);

    private string Ids(string text, Func<Guid, int> number) => Uuid().Replace(text, m => Guid.Parse(m.Value) is var id && known.Contains(id) ? m.Value : $"made-{number(id)}");

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

    [GeneratedRegex("nonce(-|=\")[A-Za-z0-9_-]{22}")]
    private static partial Regex Nonce();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();
}
