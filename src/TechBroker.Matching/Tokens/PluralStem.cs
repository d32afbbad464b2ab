namespace TechBroker.Matching.Tokens;

/// <summary>The S-stemmer (D. Harman, "How effective is suffixing?", 1991): takes plurals off, and nothing that changes a meaning.</summary>
internal static class PluralStem
{
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        if (word.Length <= 3 || word[^1] != 's')
        {
            return word;
        }

        if (word.EndsWith("ies") && !word.EndsWith("eies") && !word.EndsWith("aies"))
        {
            return string.Concat(word[..^3], "y");
        }

        if (word.EndsWith("sses") || word.EndsWith("xes") || word.EndsWith("ches") || word.EndsWith("shes"))
        {
            return word[..^2];
        }

        return word[^2] is 'u' or 's' or 'i' ? word : word[..^1];
    }
}
