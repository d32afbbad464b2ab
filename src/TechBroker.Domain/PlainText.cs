namespace TechBroker.Domain;

/// <summary>What may stand in a text that people enter: any Unicode, but no control characters and no broken surrogate pairs.</summary>
public static class PlainText
{
    /// <summary>Index of the first character that may not stand in a text, or -1. Tab, line feed and carriage return may.</summary>
    public static int FirstFault(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c) || (char.IsControl(c) && c is not ('\t' or '\n' or '\r')))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>zh where at least one Han character stands in the text, en otherwise.</summary>
    public static string LanguageOf(string text) => text.Any(IsHan) ? "zh" : "en";

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';
}
