using System.Security.Cryptography;
using System.Text;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;

namespace TechBroker.Domain.Duplicates;

/// <summary>Why two items may be one; the first that applies is named.</summary>
public enum DuplicateReason
{
    RegistrationNumber,
    PatentNumber,

    /// <summary>Title and text say the same.</summary>
    Title,
}

/// <summary>Two items with an equal key may be one.</summary>
/// <param name="Reason">What kind of key it is.</param>
/// <param name="Value">32 hexadecimal digits of a hash: keys are kept and compared, never read.</param>
public readonly record struct DuplicateKey(DuplicateReason Reason, string Value)
{
    /// <summary>A number belongs to one owner; a text may be anybody's.</summary>
    public bool IsClaim => Reason is not DuplicateReason.Title;
}

/// <summary>
/// The keys of what an item says; each item has the one of its title and text. The functions that fold are NFKC, see <see cref="PlainForm"/>.
/// A change here or there asks for a script that empties the table of keys, which fills again by itself.
/// </summary>
public static class DuplicateKeys
{
    private static readonly string[] Patents = ["patent", "patentApplication", "internationalApplication", "utilityModel", "designPatent"];
    private static readonly string[] Registrations = ["softwareCopyright", "chipLayout", "plantVariety"];

    public static IReadOnlyList<DuplicateKey> Of(ListingContent listing, Func<string, string> fold) =>
        [.. listing.Ip.Select(r => OfRight(r, fold)).OfType<DuplicateKey>().Append(OfText(listing.Title, $"{listing.Summary}\n{listing.Description}", fold)).Distinct()];

    public static IReadOnlyList<DuplicateKey> Of(NeedContent need, Func<string, string> fold) => [OfText(need.Title, need.Description ?? "", fold)];

    /// <summary>One value for the keys that two items share.</summary>
    public static string Fingerprint(IEnumerable<DuplicateKey> shared) => Hash(string.Join('\n', shared.Select(k => k.Value).Order(StringComparer.Ordinal)));

    private static DuplicateKey? OfRight(IpRight right, Func<string, string> fold) => right.Number is not { } number ? null
        : IsPatent(right.Type) ? Number(DuplicateReason.PatentNumber, NumberForms.OfPatent(fold(number)))
        : IsRegistration(right.Type) ? Number(DuplicateReason.RegistrationNumber, NumberForms.OfRegistration(fold(number)))
        : null;

    // People also enter kinds of their own, such as 成果登记号.
    private static bool IsPatent(string type) =>
        Patents.Contains(type) || type.Contains("专利", StringComparison.Ordinal) || type.Contains("patent", StringComparison.OrdinalIgnoreCase);

    private static bool IsRegistration(string type) =>
        Registrations.Contains(type) || type.Contains("登记", StringComparison.Ordinal) || type.Contains("registration", StringComparison.OrdinalIgnoreCase);

    private static DuplicateKey? Number(DuplicateReason reason, string? form) => form is null ? null : new(reason, Hash($"{Codes.Of(reason)}\n{form}"));

    private static DuplicateKey OfText(string title, string text, Func<string, string> fold) =>
        new(DuplicateReason.Title, Hash($"title\n{(PlainForm.Of(title, fold) is { Length: > 0 } form ? form : title)}\n{PlainForm.Of(text, fold)}"));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
