using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Reasons;

/// <summary>All that an item says, in one text that reasons may quote, and its words.</summary>
internal sealed class ReasonText
{
    // Enough for any reason a person reads; bounds the search for common strings in texts of any length.
    private const int Longest = 4000;

    public ReasonText(MarketItem item)
    {
        var text = TextOf(item);
        (Display, Key) = (text.Display, text.Key);
        Words = Lexicons.Words.In(Key);
        Cuts = [.. Words.SelectMany(word => (int[])[word.Start, word.End]).Distinct()];
    }

    /// <summary>As a person would read it.</summary>
    public string Display { get; }

    /// <summary>As texts are compared, place by place the same.</summary>
    public string Key { get; }

    /// <summary>Whole words in the order of the text.</summary>
    public IReadOnlyList<Token> Words { get; }

    /// <summary>Where a word begins or ends, rising.</summary>
    public int[] Cuts { get; }

    /// <summary>The text alone.</summary>
    public static NormalizedText TextOf(MarketItem item)
    {
        var text = string.Join('\n', [item.Title, .. item.Keywords, item.Summary, item.Description]);
        return new NormalizedText(text.Length > Longest ? text[..Longest] : text);
    }
}
