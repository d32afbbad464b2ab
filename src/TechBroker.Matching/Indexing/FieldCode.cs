namespace TechBroker.Matching.Indexing;

/// <summary>
/// A field of technology as a path: vocabulary, then levels. <c>gbt4754:C3911</c> has the levels C, 39, 1 and 1 because that is how
/// GB/T 4754 and IPC nest; other codes nest at <c>/</c> and <c>.</c>. A free term is a path of one level.
/// </summary>
/// <param name="Code">The code as it was written, trimmed.</param>
/// <param name="Path">Lower case; each level is prefix of the next.</param>
internal sealed record FieldCode(string Code, string[] Path)
{
    /// <summary>Two codes have something in common exactly if they share this.</summary>
    public string Root => Path[0];

    public bool Equals(FieldCode? other) => other is not null && Path[^1] == other.Path[^1];

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path[^1]);

    public static FieldCode? Parse(string code)
    {
        var display = new Tokens.NormalizedText(code).Display.Trim();
        if (display.Length == 0)
        {
            return null;
        }

        var key = display.ToLowerInvariant();
        var start = key.IndexOf(':', StringComparison.Ordinal) + 1;
        var nested = start > 0 && start + 1 < key.Length && char.IsAsciiLetter(key[start]) && char.IsAsciiDigit(key[start + 1]);
        var levels = new List<string>();
        for (var end = start + 1; end < key.Length; end++)
        {
            var cut = start > 0 && (key[end] is '/' or '.' || (nested && end != start + 2 && char.IsAsciiLetterOrDigit(key[end])));
            if (cut && char.IsLetterOrDigit(key[end - 1]))
            {
                levels.Add(key[..end]);
            }
        }

        levels.Add(key);
        return new FieldCode(display, [.. levels]);
    }

    /// <summary>0 for nothing in common, 1 for the same code, between them by the share of common levels.</summary>
    public double Closeness(FieldCode other)
    {
        var common = 0;
        while (common < Path.Length && common < other.Path.Length && Path[common] == other.Path[common])
        {
            common++;
        }

        return 2.0 * common / (Path.Length + other.Path.Length);
    }
}
