using FluentValidation;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Deals;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Deals;

/// <summary>Rules of shape that several bodies around contracts share.</summary>
internal static class DealShapes
{
    /// <summary>In characters.</summary>
    public const int LongestNote = 2_000;

    // The Technology Contract Law came in 1987; the first regulations on technology contracts in 1985.
    private static readonly DateOnly Earliest = new(1985, 1, 1);

    /// <summary>A day that has begun somewhere on earth: a contract signed in Kiribati today is not in the future.</summary>
    public static bool HasBegun(DateOnly day, TimeProvider clock) => day <= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(14));

    public static void PastDay<T>(this IRuleBuilder<T, DateOnly?> rule, TimeProvider clock)
    {
        rule.NotNull().Says("日期必填，如 2027-03-31。", "The day is required, such as 2027-03-31.");
        rule.Must(day => day is null || HasBegun(day.Value, clock)).Says("日期不能在将来，请核对。", "It must not lie in the future; check the date.");
        rule.Must(day => day is null || day >= Earliest).Says("日期不能早于 1985-01-01，请核对。", "It must not lie before 1985-01-01; check the date.");
    }

    /// <summary>Required, of a known currency, above zero.</summary>
    public static void Price<T>(this IRuleBuilder<T, MoneyBody?> rule)
    {
        rule.NotNull().Says("金额必填，如 {\"currency\":\"CNY\",\"minorUnits\":12345}。", "The amount is required, such as {\"currency\":\"CNY\",\"minorUnits\":12345}.");
        rule.Money();
        rule.Must(money => money?.MinorUnits != 0).Says("金额须大于零。", "The amount must be above zero.");
    }

    public static void Words<T>(this IRuleBuilder<T, string?> rule, string zhName, string enName)
    {
        rule.Required(zhName, enName);
        rule.PlainText(LongestNote);
    }

    public static bool IsMoney(MoneyBody? money) => money is { MinorUnits: >= 0 and <= Money.Largest } && Money.IsCurrency(money.Currency);
}

internal sealed class DealPartyValidator : AbstractValidator<DealPartyBody>
{
    public DealPartyValidator(VocabularySet vocabularies)
    {
        RuleFor(p => p.Name).PlainText(200);
        RuleFor(p => p.Kind).CodeOf<DealPartyBody, DealPartyKind>();
        RuleFor(p => p.RegionCode).Region(vocabularies);
        RuleFor(p => p.CreditCode).Must(code => string.IsNullOrWhiteSpace(code) || (code.Trim() is { Length: 18 } c && c.All(char.IsAsciiLetterOrDigit)))
            .Says("统一社会信用代码须为 18 位数字或大写字母。", "A unified social credit code has 18 digits or capital letters.");
        When(p => p.OrganisationId is null, () =>
        {
            RuleFor(p => p.Name).Required("名称", "The name");
            RuleFor(p => p.Kind).Required("类型", "The kind");
            RuleFor(p => p.RegionCode).Required("地区", "The region");
        });
    }
}

internal sealed class DealIpValidator : AbstractValidator<IpBody>
{
    public DealIpValidator()
    {
        RuleFor(i => i.Type).Required("类型", "The type");
        RuleFor(i => i.Type).PlainText(60);
        RuleFor(i => i.Number).PlainText(100);
        RuleFor(i => i.Status).PlainText(60);
    }
}

internal sealed class InventorValidator : AbstractValidator<InventorBody>
{
    public InventorValidator()
    {
        RuleFor(i => i.Name).Required("姓名", "The name");
        RuleFor(i => i.Name).PlainText(100);
        RuleFor(i => i.Role).PlainText(100);
        RuleFor(i => i.BasisPoints).Must(points => points is >= 1 and <= 10_000).Says(
            "份额须为 1 至 10000 的整数，单位为万分之一。", "A share is a whole number of hundredths of a per cent, from 1 to 10,000.");
    }
}

internal sealed class InstalmentValidator : AbstractValidator<InstalmentBody>
{
    public InstalmentValidator()
    {
        RuleFor(i => i.DueOn).NotNull().Says("付款日期必填，如 2027-03-31。", "The day is required, such as 2027-03-31.");
        RuleFor(i => i.Amount).Price();
    }
}
