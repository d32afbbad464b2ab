using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Statistics;

namespace TechBroker.Api.Statistics;

/// <summary>A funnel as files have it: a row for each group, the last for all.</summary>
internal static class FunnelTable
{
    private static readonly FunnelStage[] Stages = Enum.GetValues<FunnelStage>();

    public static StatisticTable Of(FunnelBody body, Func<string, string?> nameOf, bool english) => new(
        "funnel",
        new("对接漏斗", "Funnel"),
        [
            new(new("分组", "Group")), .. Stages.Select(s => new StatisticColumn(StatisticNames.Of(s))), new(new("已关闭", "Closed")),
            .. Stages.Zip(Stages.Skip(1)).SelectMany(s => (StatisticColumn[])[new(Days(s.First, s.Second, "中位天数", "median days")), new(Days(s.First, s.Second, "九成不超过天数", "days, 90 %"))]),
            new(new("关闭原因（原因/阶段/一方：数量）", "Why they ended (reason/stage/side: number)")),
        ],
        body.Items.Select(i => RowOf(i, i.Key is null ? new Named(null, null) : new Named(i.Key, nameOf(i.Key)))).Append(RowOf(body.Total, new Named("total", new Text("合计", "Total").In(english)))),
        [(StatisticNames.From, body.From), (StatisticNames.To, body.To), (new("分组方式", "Grouped by"), body.GroupBy)]);

    private static Text Days(FunnelStage from, FunnelStage to, string zh, string en) =>
        new($"{StatisticNames.Of(from).Zh}→{StatisticNames.Of(to).Zh} {zh}", $"{StatisticNames.Of(from).En} to {StatisticNames.Of(to).En}: {en}");

    private static IReadOnlyList<object?> RowOf(FunnelItemBody item, Named key) =>
    [
        key, .. Stages.Select(s => (object?)item.Reached[Codes.Of(s)]), item.Closed,
        .. Stages.Zip(Stages.Skip(1)).SelectMany(s => item.Steps.FirstOrDefault(x => x.From == Codes.Of(s.First) && x.To == Codes.Of(s.Second)) is { } step
            ? (object?[])[step.MedianDays, step.P90Days]
            : [null, null]),
        string.Join("; ", item.Losses.Select(l => $"{l.Reason}/{l.Stage}/{l.Side ?? "manager"}: {l.Count}")),
    ];
}
