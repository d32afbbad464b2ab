using FluentValidation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Validation;

/// <summary>Rules of shape that several bodies share; every message comes in Chinese and English (see <see cref="Text"/>).</summary>
internal static class TextRules
{
    private const int MostCodes = 20;

    public static IRuleBuilderOptions<T, TValue> Says<T, TValue>(this IRuleBuilderOptions<T, TValue> rule, string zh, string en) =>
        rule.WithMessage(new Text(zh, en).ToString().Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    public static IRuleBuilderOptionsConditions<T, string?> PlainText<T>(this IRuleBuilder<T, string?> rule, int longest) =>
        rule.Custom((text, context) =>
        {
            if (text is null)
            {
                return;
            }

            if (text.Length > longest)
            {
                context.AddFailure(new Text($"最多 {longest:N0} 个字符，现有 {text.Length:N0} 个，请缩短。", $"At most {longest:N0} characters; it has {text.Length:N0}. Shorten it.").ToString());
            }

            if (Domain.PlainText.FirstFault(text) is >= 0 and var at)
            {
                context.AddFailure(new Text(
                    $"第 {at + 1} 个字符是控制字符或无效字符（U+{(int)text[at]:X4}），请删除。",
                    $"Character {at + 1} is a control or broken character (U+{(int)text[at]:X4}); remove it.").ToString());
            }
        });

    public static void Required<T>(this IRuleBuilder<T, string?> rule, string zhName, string enName) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text)).Says($"{zhName}必填。", $"{enName} is required.");

    /// <summary>A list of short texts, each faulty one named by its index.</summary>
    public static void Texts<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule, int most, int longest) => rule.Custom((list, context) =>
    {
        if (list is null)
        {
            return;
        }

        if (list.Count > most)
        {
            context.AddFailure(new Text($"最多 {most} 项，现有 {list.Count} 项。", $"At most {most} entries; it has {list.Count}.").ToString());
            return;
        }

        for (var i = 0; i < list.Count; i++)
        {
            // JSON can put null where the type says text.
            if (string.IsNullOrWhiteSpace((string?)list[i]))
            {
                context.AddFailure($"{context.PropertyPath}[{i}]", new Text("不能为空。", "It must not be empty.").ToString());
            }
            else if (list[i].Length > longest || Domain.PlainText.FirstFault(list[i]) >= 0)
            {
                context.AddFailure($"{context.PropertyPath}[{i}]", new Text(
                    $"须为最多 {longest} 个字符的普通文本。", $"It must be plain text of at most {longest} characters.").ToString());
            }
        }
    });

    public static void CodesOf<T, TEnum>(this IRuleBuilder<T, IReadOnlyList<string>?> rule)
        where TEnum : struct, Enum => rule.Custom((list, context) =>
    {
        if (list?.Count > MostCodes)
        {
            context.AddFailure(new Text($"最多 {MostCodes} 项，现有 {list.Count} 项。", $"At most {MostCodes} entries; it has {list.Count}.").ToString());
            return;
        }

        for (var i = 0; i < (list?.Count ?? 0); i++)
        {
            if (!Codes.TryParse<TEnum>(list![i], out _))
            {
                context.AddFailure($"{context.PropertyPath}[{i}]", OneOf(Codes.All<TEnum>()).ToString());
            }
        }
    });

    public static IRuleBuilderOptions<T, string?> CodeOf<T, TEnum>(this IRuleBuilder<T, string?> rule)
        where TEnum : struct, Enum => rule.Must(code => code is null || Codes.TryParse<TEnum>(code, out _)).Says(OneOf(Codes.All<TEnum>()).Zh, OneOf(Codes.All<TEnum>()).En);

    public static void Trl<T>(this IRuleBuilder<T, int?> rule) =>
        rule.Must(trl => trl is null or (>= 1 and <= 9)).Says("技术成熟度须为 1 至 9 的整数。", "A technology readiness level is a whole number from 1 to 9.");

    public static void Region<T>(this IRuleBuilder<T, string?> rule, VocabularySet vocabularies) =>
        rule.Must(code => code is null || vocabularies.IsRegion(code)).Says(
            "须为六位行政区划代码（如 110000）或两位大写国家代码（如 DE）。",
            "It must be a six-digit region code of GB/T 2260 (such as 110000) or a two-letter ISO 3166 country (such as DE).");

    public static void Money<T>(this IRuleBuilder<T, MoneyBody?> rule) => rule.Custom((money, context) =>
    {
        if (money is null)
        {
            return;
        }

        if (!Domain.Money.IsCurrency(money.Currency))
        {
            context.AddFailure($"{context.PropertyPath}.Currency", new Text("须为 ISO 4217 的三位大写货币代码，人民币为 CNY。", "It must be a currency code of ISO 4217 in capital letters, such as CNY for the yuan.").ToString());
        }

        if (money.MinorUnits is not (>= 0 and <= Domain.Money.Largest))
        {
            context.AddFailure($"{context.PropertyPath}.MinorUnits", new Text(
                $"须为 0 至 {Domain.Money.Largest} 的整数，单位为分。", $"It must be a whole number of minor units from 0 to {Domain.Money.Largest}.").ToString());
        }
    });

    /// <summary>One @ with something on both sides; whether mail arrives there only mail can tell.</summary>
    public static void EmailAddress<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(email => string.IsNullOrWhiteSpace(email)
                || (email.Trim() is { Length: <= 254 } address && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
                    && at == address.LastIndexOf('@') && at < address.Length - 1 && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
                    && Domain.PlainText.FirstFault(address) < 0))
            .Says("须为邮箱地址，如 name@example.com。", "It must be an e-mail address such as name@example.com.");

    public static void LanguageCode<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(code => code is null or "zh" or "en").Says("须为 zh 或 en。", "It must be zh or en.");

    private static Text OneOf(IEnumerable<string> codes)
    {
        var all = string.Join(", ", codes);
        return new Text($"须为以下之一：{all}。", $"It must be one of {all}.");
    }
}
