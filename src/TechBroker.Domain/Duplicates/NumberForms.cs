using System.Text;
using System.Text.RegularExpressions;

namespace TechBroker.Domain.Duplicates;

/// <summary>
/// One form for the spellings of a number. Chinese applications and the patents from them are the number without ZL, CN and check digit;
/// publications are CN and the number without the letter of the stage; foreign ones are the country and the number.
/// </summary>
public static partial class NumberForms
{
    /// <summary>Whatever has fewer digits is a placeholder or a slip, and would make strangers quarrel.</summary>
    private const int LeastDigits = 6;

    private static readonly int[] Weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

    /// <summary>Null for what cannot be a patent's number.</summary>
    /// <param name="number">As it was entered, but folded (NFKC).</param>
    public static string? OfPatent(string number)
    {
        // A form is a spelling, too, and has to be its own form: what is left when nothing changes any more.
        var form = Shortened(number);
        while (form is not null && Shortened(form) is { } next && next != form)
        {
            form = next;
        }

        return form;
    }

    private static string? Shortened(string number)
    {
        var (marks, dotted) = (Marks(number), CheckAfterDot().IsMatch(number.Trim()));
        var bare = Prefixes().Replace(marks, "");
        var prefix = marks[..^bare.Length];
        var isGrant = prefix.Contains("ZL", StringComparison.Ordinal);
        var isChinese = !isGrant && prefix.Length > 0;

        return Known(bare switch
        {
            _ when LongApplication().IsMatch(bare) => bare[..12],
            _ when ShortApplication().IsMatch(bare) && (dotted || isGrant || (!isChinese && HasCheckDigit(bare))) => bare[..8],
            _ when Publication().Match(bare) is { Success: true } match && (isChinese || bare.Length > 7) => $"CN{match.Groups["digits"].Value}",
            _ when isChinese && Abroad().IsMatch(bare) => bare,
            _ when isChinese || isGrant => bare,
            _ when Abroad().Match(marks) is { Success: true } match => match.Groups["number"].Value,
            _ => marks,
        });
    }

    /// <summary>Null for what cannot be the number of a registration.</summary>
    /// <param name="number">As it was entered, but folded (NFKC).</param>
    public static string? OfRegistration(string number) => Known(Marks(number));

    private static string Marks(string number)
    {
        var form = new StringBuilder(number.Length);
        foreach (var c in number.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))
        {
            form.Append(c);
        }

        return form.ToString();
    }

    private static string? Known(string form) =>
        form.Count(char.IsAsciiDigit) >= LeastDigits && form.Where(char.IsAsciiDigit).Distinct().Skip(1).Any() ? form : null;

    private static bool HasCheckDigit(string number) =>
        (number[..^1].Select((c, i) => (c - '0') * Weights[i]).Sum() % 11) is var check && number[^1] == (check == 10 ? 'X' : (char)('0' + check));

    [GeneratedRegex(@"\.\s*[0-9Xx]$")]
    private static partial Regex CheckAfterDot();

    [GeneratedRegex("^(ZL|CN)+")]
    private static partial Regex Prefixes();

    [GeneratedRegex("^(19|20)[0-9]{10}[0-9X]$")]
    private static partial Regex LongApplication();

    [GeneratedRegex("^[0-9]{8}[0-9X]$")]
    private static partial Regex ShortApplication();

    // Seven digits alone are a publication only after CN.
    [GeneratedRegex("^(?<digits>[0-9]{9}|[0-9]{7})([A-Z][0-9]?)?$")]
    private static partial Regex Publication();

    [GeneratedRegex("^(?<number>[A-Z]{2}[0-9]{5,})[A-Z][0-9]?$")]
    private static partial Regex Abroad();
}
