using System.Text;
using System.Text.Json;
using MassTransit;
using TechBroker.Contracts.Messages;

namespace TechBroker.Workers.Rabbit;

/// <summary>What came over the wire, as far as it can be made out; of what cannot, the bytes as text.</summary>
internal sealed record WireMessage(Guid? Id, string Type, string Body)
{
    /// <summary>Of what has no name that could be read.</summary>
    public const string Unreadable = "unreadable";

    private const int LongestText = 16 * 1024;

    public static WireMessage Read(ReceiveContext context)
    {
        var bytes = context.Body.GetBytes();
        try
        {
            using var envelope = JsonDocument.Parse(bytes);
            if (envelope.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("messageType", out var types) && types is { ValueKind: JsonValueKind.Array }
                && types.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.String } urn
                && root.TryGetProperty("message", out var body))
            {
                return new(IdOf(root) ?? context.GetMessageId(), NameOf(urn.GetString()!), Cut(body.GetRawText()));
            }
        }
        catch (JsonException)
        {
            // It is no JSON at all; what it is stands in the text.
        }

        return new(context.GetMessageId(), Unreadable, Cut(Encoding.UTF8.GetString(bytes)));
    }

    private static Guid? IdOf(JsonElement envelope) =>
        envelope.TryGetProperty("messageId", out var id) && id is { ValueKind: JsonValueKind.String } && id.TryGetGuid(out var value) ? value : null;

    /// <summary>The record's name for one of ours, as the outbox has it; the whole urn of anybody else's.</summary>
    private static string NameOf(string urn)
    {
        var ours = $"urn:message:{typeof(ListingPublished).Namespace}:";
        var name = urn.StartsWith(ours, StringComparison.Ordinal) ? urn[ours.Length..] : urn;
        return name.Length is > 0 and <= 100 ? name : Unreadable;
    }

    // A body that was cut is no message any more, and says so when it is replayed.
    private static string Cut(string text) => text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
}
