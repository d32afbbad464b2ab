using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Reasons;

/// <summary>All that an item says, in one text that reasons may quote, and its words.</summary>
internal sealed class ReasonText
{
    // Enough for any reason a person reads; bounds the search for common strings in texts of any length.
    private const int Longest = 4000;

    private int[]? cuts;

    public ReasonText(MarketItem item)
    {
        Text = TextOf(item);
        Words = Lexicons.Words.In(Key);
    }

    public NormalizedText Text { get; }

    /// <summary>As a person would read it.</summary>
    public string Display => Text.Display;

    /// <summary>As texts are compared, place by place the same.</summary>
    public string Key => Text.Key;

    /// <summary>Whole words in the order of the text.</summary>
    public IReadOnlyList<Token> Words { get; }

    /// <summary>Where a word begins or ends, rising. Asked of needs alone, and so made on first use.</summary>
    public int[] Cuts => cuts ??= [.. Words.SelectMany(word => (int[])[word.Start, word.End]).Distinct()];

    /// <summary>The text alone.</summary>
    public static NormalizedText TextOf(MarketItem item)
    {
        var text = string.Join('\n', [item.Title, .. item.Keywords, item.Summary, item.Description]);
        return new NormalizedText(text.Length > Longest ? text[..Longest] : text);
    }
}
