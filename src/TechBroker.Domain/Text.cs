namespace TechBroker.Domain;

/// <summary>A sentence for people, in Chinese and in English.</summary>
public readonly record struct Text(string Zh, string En)
{
    // ASCII unit separator: never part of a sentence, so two languages fit where a library accepts one string only.
    private const char Separator = '\u001F';

    /// <summary>Both languages in one string, for libraries that carry messages as one string; <see cref="Parse"/> takes it apart.</summary>
    public override string ToString() => $"{Zh}{Separator}{En}";

    public string In(bool english) => english ? En : Zh;

    public static Text Parse(string joined)
    {
        var at = joined.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0 ? new Text(joined, joined) : new Text(joined[..at], joined[(at + 1)..]);
    }
}
