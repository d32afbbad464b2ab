using System.Reflection;
using FluentValidation;
using TechBroker.Api.Validation;
using TechBroker.Domain;

namespace TechBroker.Api.Accounts;

/// <summary>
/// What a new password must be: long enough, and none that everybody tries first. No mixture of characters is asked for, any character
/// may stand in it, and nothing expires (NIST SP 800-63B 3.1.1.2, OWASP ASVS 5.0 6.2).
/// </summary>
internal sealed class PasswordRules(AuthOptions options)
{
    public const int Longest = 256;

    private static readonly Lazy<HashSet<string>> Common = new(() =>
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("common-passwords.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    });

    public static Text Guessable { get; } = new(
        "这个密码太常见或与账号名相同，容易被猜到，请换一个。", "That password is one that is tried first, or like the account's name; choose another.");

    public int Shortest => options.PasswordLength;

    /// <summary>Whether it is one of the passwords that are tried first, or says no more than the name of the person or the product.</summary>
    public static bool IsGuessable(string password, string? email)
    {
        var plain = password.Trim().ToLowerInvariant();
        var name = email?.Split('@')[0].Trim().ToLowerInvariant() ?? "";
        return Common.Value.Contains(plain)
            || plain.Distinct().Count() < 4
            || (name.Length > 2 && IsNameWithDigits(plain, name))
            || plain == email?.Trim().ToLowerInvariant()
            || IsNameWithDigits(plain, "techbroker");
    }

    // The name itself may end in digits.
    private static bool IsNameWithDigits(string password, string name) =>
        password.StartsWith(name, StringComparison.Ordinal) && password[name.Length..].All(c => char.IsAsciiDigit(c) || c == '!');
}

internal static class PasswordValidation
{
    public static void NewPassword<T>(this IRuleBuilder<T, string?> rule, PasswordRules rules, Func<T, string?> email)
    {
        rule.Must(p => !string.IsNullOrEmpty(p)).Says("请填写密码。", "The password is missing.");
        rule.Must(p => string.IsNullOrEmpty(p) || p.Length >= rules.Shortest).Says($"密码至少 {rules.Shortest} 个字符。", $"A password has at least {rules.Shortest} characters.");
        rule.Must(p => p is null || p.Length <= PasswordRules.Longest).Says($"密码最多 {PasswordRules.Longest} 个字符。", $"A password has at most {PasswordRules.Longest} characters.");
        rule.Must((body, p) => string.IsNullOrEmpty(p) || !PasswordRules.IsGuessable(p, email(body))).Says(PasswordRules.Guessable.Zh, PasswordRules.Guessable.En);
    }
}
