using System.Text;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>Brings the many ways to write a heading or a short value onto one: full width, case, spaces, marks, bracketed hints.</summary>
internal static class HeadingText
{
    /// <summary>Full-width forms and the ideographic space become their ASCII counterparts; nothing else changes.</summary>
    public static string HalfWidth(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = source[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' and var c => (char)(c - 0xFEE0),
                '\u3000' or '\u00A0' => ' ',
                '\uFFE5' => '¥',
                var c => c,
            };
        }
    });

    /// <summary>Letters and digits only, lower case, without what stands in brackets; that is returned as hints ("万元", "必填").</summary>
    public static (string Key, IReadOnlyList<string> Hints) Normalise(string heading)
    {
        var key = new StringBuilder(heading.Length);
        var hint = new StringBuilder();
        var hints = new List<string>();
        var depth = 0;
        foreach (var c in HalfWidth(heading))
        {
            switch (c)
            {
                case '(' or '[' or '{' or '【' or '〔' or '〈' or '《':
                    depth++;
                    break;
                case ')' or ']' or '}' or '】' or '〕' or '〉' or '》' when depth > 0:
                    depth--;
                    hints.Add(hint.ToString().Trim());
                    hint.Clear();
                    break;
                case var _ when depth > 0:
                    hint.Append(c);
                    break;
                case '#' or '_':
                    key.Append(c);
                    break;
                case var _ when char.IsLetterOrDigit(c):
                    key.Append(char.ToLowerInvariant(c));
                    break;
            }
        }

        return (key.ToString(), hints);
    }

    public static string Key(string heading) => Normalise(heading).Key;
}
