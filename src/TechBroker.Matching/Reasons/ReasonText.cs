using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Reasons;

/// <summary>All that an item says, in one text that reasons may quote.</summary>
internal static class ReasonText
{
    // Enough for any reason a person reads; bounds the search for common strings in texts of any length.
    private const int Longest = 4000;

    public static NormalizedText Of(MarketItem item)
    {
        var text = string.Join('\n', [item.Title, .. item.Keywords, item.Summary, item.Description]);
        return new NormalizedText(text.Length > Longest ? text[..Longest] : text);
    }
}
