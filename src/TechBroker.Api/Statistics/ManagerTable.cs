using TechBroker.Contracts.Http;

namespace TechBroker.Api.Statistics;

/// <summary>Managers' work as files have it: a row for each manager and currency.</summary>
internal static class ManagerTable
{
    public static StatisticTable Of(ManagerStatisticsBody body) => new(
        "managers",
        new("技术经理人业绩", "Managers"),
        [
            new(new("技术经理人", "Technology manager")), new(new("在办对接", "In hand")), new(new("承接", "Taken")), new(new("引荐", "Introduced")), new(new("签约", "Signed")),
            new(new("关闭", "Closed")), new(new("引荐中位天数", "Median days to introduction")), new(StatisticNames.Currency), new(new("计入合同数", "Contracts credited")), new(new("计入成交额", "Amount credited"), true),
        ],
        body.Items.SelectMany(Rows),
        [(StatisticNames.From, body.From), (StatisticNames.To, body.To)]);

    private static IEnumerable<IReadOnlyList<object?>> Rows(ManagerStatisticBody m)
    {
        object?[] work = [new Named(m.ManagerId.ToString("D"), m.Name), m.Live, m.Taken, m.Introduced, m.Signed, m.Closed, m.MedianDaysToIntroduction];
        return m.Credits.Count == 0
            ? [[.. work, null, null, null]]
            : m.Credits.Select(c => (IReadOnlyList<object?>)[.. work, c.Amount.Currency, c.Contracts, new Minor(c.Amount.Currency!, c.Amount.MinorUnits!.Value)]);
    }
}
