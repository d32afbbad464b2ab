using System.Globalization;
using TechBroker.Domain;

namespace TechBroker.Api.Ceremonies;

/// <summary>One table of the list; the totals, one for each currency, stand below it.</summary>
internal sealed record SigningTable(string Title, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Totals);

/// <summary>What is printed of a ceremony: contracts and investments in two tables that are never added up.</summary>
internal sealed record SigningList(string Title, string Line, SigningTable Contracts, SigningTable Investments)
{
    private static readonly Dictionary<string, Text> Types = new(StringComparer.Ordinal)
    {
        ["development"] = new("技术开发", "Development"),
        ["transfer"] = new("技术转让", "Transfer"),
        ["licence"] = new("技术许可", "Licence"),
        ["consulting"] = new("技术咨询", "Consulting"),
        ["service"] = new("技术服务", "Service"),
    };

    public IEnumerable<SigningTable> Tables => [Contracts, Investments];

    public static SigningList Of(Signed signed, bool english, Func<string, string> regionName)
    {
        string In(string zh, string en) => english ? en : zh;
        string Join(IEnumerable<string> names) => string.Join(english ? "; " : "；", names);
        IReadOnlyList<string> Totals(IEnumerable<Money> amounts) => [.. CeremonyMapping.PerCurrency(amounts).Select(AmountText.Of)];
        string Number(int i) => (i + 1).ToString(CultureInfo.InvariantCulture);

        var contracts = new SigningTable(
            In($"技术合同（{signed.Contracts.Count} 项）", $"Technology contracts ({signed.Contracts.Count})"),
            [In("序号", "No."), In("项目名称", "Title"), In("卖方（技术提供方）", "Seller"), In("买方（技术受让方）", "Buyer"), In("合同类型", "Type"), In("合同金额", "Amount"), In("卖方签字", "Seller's signature"), In("买方签字", "Buyer's signature")],
            [.. signed.Contracts.Select((c, i) => (IReadOnlyList<string>)
            [
                Number(i), c.Title, Join(c.Parties.Where(p => p.Side == "seller").Select(p => p.Name)), Join(c.Parties.Where(p => p.Side == "buyer").Select(p => p.Name)),
                Types.TryGetValue(c.ContractType, out var type) ? type.In(english) : c.ContractType, AmountText.Of(new Money(c.Currency, c.AmountMinorUnits)), "", "",
            ])],
            Totals(signed.Contracts.Select(c => new Money(c.Currency, c.AmountMinorUnits))));
        var investments = new SigningTable(
            In($"投资项目（{signed.Investments.Count} 项，不计入技术合同）", $"Investments ({signed.Investments.Count}; not among the contracts)"),
            [In("序号", "No."), In("项目名称", "Title"), In("投资方", "Investors"), In("项目公司（承接方）", "Recipient"), In("落地地区", "Region"), In("投资金额", "Amount"), In("投资方签字", "Investors' signature"), In("承接方签字", "Recipient's signature")],
            [.. signed.Investments.Select((v, i) => (IReadOnlyList<string>)[Number(i), v.Title, Join(v.Investors), v.Recipient, regionName(v.RegionCode), AmountText.Of(v.Amount), "", ""])],
            Totals(signed.Investments.Select(i => i.Amount)));
        var day = signed.Ceremony.HeldOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new SigningList(signed.Ceremony.Title, In($"签约清单　{day}　{signed.Ceremony.Place}", $"List of signings, {day}, {signed.Ceremony.Place}"), contracts, investments);
    }
}
