using System.Text;

namespace TechBroker.Domain.Duplicates;

/// <summary>What is left of a text without width, case, spaces and punctuation: two that differ in those alone have one form.</summary>
public static class PlainForm
{
    /// <param name="text">Any.</param>
    /// <param name="fold">NFKC: with invariant globalisation the framework has none.</param>
    public static string Of(string text, Func<string, string> fold)
    {
        // What is dropped may bring parts of a letter together that only then compose, and a composed one may fall apart in lower case.
        for (var form = Once(text, fold); ; text = form, form = Once(text, fold))
        {
            if (form == text)
            {
                return form;
            }
        }
    }

    private static string Once(string text, Func<string, string> fold)
    {
        var form = new StringBuilder(text.Length);
        foreach (var rune in fold(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                form.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return form.ToString();
    }
}
