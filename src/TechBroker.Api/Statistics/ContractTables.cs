using Microsoft.AspNetCore.Http;
using TechBroker.Api.Http;
using TechBroker.Domain;
using TechBroker.Domain.Statistics;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Statistics;

namespace TechBroker.Api.Statistics;

/// <summary>Figures and lines of the ledger as files have them.</summary>
internal static class ContractTables
{
    public static StatisticTable OfFigures(
        string name,
        Text title,
        HttpContext http,
        VocabularySet vocabularies,
        ContractQuery asked,
        IReadOnlyList<ContractDimension> dimensions,
        IReadOnlyList<ContractFigure> figures,
        IReadOnlyDictionary<Guid, string> managers)
    {
        var (english, changes) = (http.Request.PrefersEnglish(), asked.Filter.KnownBefore is not null);
        StatisticColumn[] columns =
        [
            .. dimensions.Select(d => new StatisticColumn(StatisticNames.Of(d))),
            new(StatisticNames.Currency), new(StatisticNames.Count(asked.Filter.Kind)), new(StatisticNames.Amount, true), new(StatisticNames.TechnologyAmount, true),
            .. changes
                ? (StatisticColumn[])[new(new("其后更正：数量", "Corrected since: number")), new(new("其后更正：成交额", "Corrected since: amount"), true), new(new("其后更正：技术交易额", "Corrected since: technology amount"), true)]
                : [],
        ];
        return new StatisticTable(name, title, columns, figures.Select(RowOf), asked.ForPeople(english, http.Request.QueryString.Value ?? ""));

        IReadOnlyList<object?> RowOf(ContractFigure figure)
        {
            var change = figure.Now - figure.Known;
            return
            [
                .. dimensions.Select((d, i) => d is ContractDimension.Manager ? Manager(figure.Keys[i]) : StatisticNames.Key(vocabularies, d, figure.Keys[i], english)),
                figure.Currency, figure.Known.Count, new Minor(figure.Currency, figure.Known.Amount), new Minor(figure.Currency, figure.Known.Technology),
                .. changes ? (object?[])[change.Count, new Minor(figure.Currency, change.Amount), new Minor(figure.Currency, change.Technology)] : [],
            ];
        }

        Named Manager(string? id) => id is null
            ? asked.OnlyManager is null ? new(null, null) : new("others", new Text("其他人", "Others").In(english))
            : new(id, managers.GetValueOrDefault(Guid.Parse(id)));
    }

    public static StatisticTable OfLines(HttpContext http, ContractQuery asked, IReadOnlyList<ContractLine> lines)
    {
        var english = http.Request.PrefersEnglish();
        return new StatisticTable(
            "contract-lines",
            new("合同台账明细", "Ledger lines"),
            [
                new(new("台账序号", "Line")), new(new("合同编号", "Deal")), new(new("合同名称", "Title")), new(new("类型", "Kind")), new(new("日期", "Day")), new(StatisticNames.Currency),
                new(StatisticNames.Amount, true), new(StatisticNames.TechnologyAmount, true), new(new("入账时间（UTC）", "Recorded at (UTC)")), new(new("冲销序号", "Takes back line")),
            ],
            lines.Select(l => (IReadOnlyList<object?>)
            [
                l.Seq, l.DealId.ToString("D"), l.Title, new Named(l.Kind, StatisticNames.Of(Codes.Parse<StatisticKind>(l.Kind)).In(english)), l.Day, l.Currency,
                new Minor(l.Currency, l.AmountMinorUnits), new Minor(l.Currency, l.TechnologyMinorUnits), l.RecordedAt, l.ReversesSeq,
            ]),
            asked.ForPeople(english, http.Request.QueryString.Value ?? ""));
    }
}
