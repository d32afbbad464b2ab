using FsCheck;
using FsCheck.Fluent;
using TechBroker.Matching;

namespace TechBroker.UnitTests.Matching;

/// <summary>Small markets, written out or generated. Generated ones share few words, so that overlaps, ties and gaps all occur.</summary>
internal static class Market
{
    private static readonly string[] Words =
    [
        "锂离子电池", "电解液", "负极材料", "氢能", "电解槽", "机器人", "骨折复位", "石墨烯", "污水处理", "膜", "battery", "electrolyser",
        "robots", "3.7V", "研发", "产业化", "容量保持率 85%", "容量保持率不低于80%", "能量密度 320 Wh/kg", "能量密度≥350Wh/kg",
    ];

    public static Gen<MarketItem> Items(Side side) =>
        from number in Gen.Choose(1, 1_000_000)
        from title in Text(4)
        from description in Text(12)
        from keyword in Gen.Elements(Words)
        from trl in Gen.Choose(-2, 9)
        from field in Gen.Elements("", "gbt4754:C3911", "gbt4754:C3912", "gbt4754:C2614", "future-industries:quantum", "新材料")
        from region in Gen.Elements("", "110000", "110108", "120000", "310000", "440300", "440100", "DE")
        from mode in Gen.Elements("", "transfer", "licence", "jointDevelopment")
        from price in Gen.Elements(0, 1, 50, 100, 180, 400, 5000)
        from currency in Gen.Elements("CNY", "EUR")
        from ip in Gen.Elements("", "patent:granted", "patent:applied", "patent:lapsed")
        from days in Gen.Choose(-100, 900)
        from hidden in Gen.Elements(false, false, true)
        from summary in Text(3)
        select new MarketItem
        {
            Side = side,
            Id = new Guid(number, (short)side, 0, new byte[8]),
            Revision = 1,
            Title = title,
            Description = description,
            Keywords = number % 3 == 0 ? [keyword] : [],
            Trl = trl > 0 ? trl : null,
            Fields = field.Length > 0 ? [field] : [],
            RegionCode = region.Length > 0 ? region : null,
            CooperationModes = mode.Length > 0 ? [mode] : [],
            Price = price > 0 ? new Price(currency, price) : null,
            Ip = side == Side.Listing && ip.Length > 0 ? [ip] : [],
            PostedOn = side == Side.Need && days > 0 ? new DateOnly(2026, 1, 1) : null,
            Deadline = side == Side.Need && days > 0 ? new DateOnly(2026, 1, 1).AddDays(days) : null,
            Hidden = side == Side.Need && hidden,
            PublicText = side == Side.Need && hidden && number % 2 == 0 ? summary : null,
        };

    /// <summary>20 listings and 20 needs with distinct ids.</summary>
    public static Gen<MarketItem[]> All() =>
        from listings in Items(Side.Listing).ArrayOf(20)
        from needs in Items(Side.Need).ArrayOf(20)
        select listings.Concat(needs).DistinctBy(item => (item.Side, item.Id)).ToArray();

    public static MarketIndex IndexOf(params IEnumerable<MarketItem> items)
    {
        var index = new MarketIndex(MatchingParameters.Default);
        foreach (var item in items)
        {
            index.Put(item);
        }

        return index;
    }

    public static MarketItem Listing(string title, int id = 1) =>
        new() { Side = Side.Listing, Id = Id(id), Revision = 1, Title = title };

    public static MarketItem Need(string title, int id = 1) =>
        new() { Side = Side.Need, Id = Id(id), Revision = 1, Title = title };

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    /// <summary>Everything that is said about a match, as text: equal exactly if every number is equal to the last bit.</summary>
    public static string Bits(Match? match) => System.Text.Json.JsonSerializer.Serialize(match);

    public static string Bits(IEnumerable<Match> matches) => string.Join('\n', matches.Select(Bits));

    private static Gen<string> Text(int words) =>
        Gen.Choose(0, words).SelectMany(count => Gen.Elements(Words).ArrayOf(count)).Select(chosen => string.Join(chosen.Length % 2 == 0 ? "" : " ", chosen));
}
