using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Statistics;
using TechBroker.Storage.Statistics;

namespace TechBroker.Api.Statistics;

/// <summary>Figures in HTTP's words, each with the way to its lines.</summary>
internal static class ContractMapping
{
    private const string Others = "others";

    public static IEnumerable<ContractFigure> Sorted(this IEnumerable<ContractFigure> figures) => figures
        .OrderByDescending(f => f.Known.Amount).ThenBy(f => f.Currency, StringComparer.Ordinal).ThenBy(f => string.Join('\n', f.Keys), StringComparer.Ordinal);

    public static ContractStatisticBody ToBody(this ContractQuery asked, IReadOnlyList<ContractDimension> dimensions, ContractFigure figure) => new()
    {
        Keys = dimensions.Zip(figure.Keys).ToDictionary(
            p => Codes.Of(p.First), p => p is { First: ContractDimension.Manager, Second: null } && asked.OnlyManager is not null ? Others : p.Second, StringComparer.Ordinal),
        Contracts = asked.Contracts(figure.Known),
        Payments = asked.Payments(figure.Known),
        Amount = figure.ToMoney(figure.Known.Amount),
        TechnologyAmount = figure.ToMoney(figure.Known.Technology),
        CorrectedSince = asked.ChangeOf(dimensions, figure),
        Lines = asked.LinesOf(dimensions, figure.Keys, figure.Currency),
    };

    public static StatisticChangeBody? ChangeOf(this ContractQuery asked, IReadOnlyList<ContractDimension> dimensions, ContractFigure figure)
    {
        if (asked.Filter.KnownBefore is null)
        {
            return null;
        }

        var change = figure.Now - figure.Known;
        return new StatisticChangeBody
        {
            Contracts = asked.Contracts(change),
            Payments = asked.Payments(change),
            Amount = figure.ToMoney(change.Amount),
            TechnologyAmount = figure.ToMoney(change.Technology),
            Lines = asked.LinesOf(dimensions, figure.Keys, figure.Currency, since: true),
        };
    }

    // A contract is paid in several parts: how many contracts that were would not add up over months.
    public static long? Contracts(this ContractQuery asked, Figure figure) => asked.Filter.Kind is StatisticKind.Paid ? null : figure.Count;

    public static long? Payments(this ContractQuery asked, Figure figure) => asked.Filter.Kind is StatisticKind.Paid ? figure.Count : null;

    public static MoneyBody ToMoney(this ContractFigure figure, long units) => new() { Currency = figure.Currency, MinorUnits = units };

    /// <summary>What was asked for, for the second sheet of a workbook.</summary>
    public static IReadOnlyList<(Text Label, object? Value)> ForPeople(this ContractQuery asked, bool english, string conditions) =>
    [
        (new("统计对象", "Lines"), StatisticNames.Of(asked.Filter.Kind).In(english)),
        (StatisticNames.From, asked.Period.From),
        (StatisticNames.To, asked.Period.To),
        (new("截至（此刻之前入账，UTC）", "On record before (UTC)"), asked.Filter.KnownBefore),
        (new("地区级别", "Level of regions"), StatisticNames.Of(asked.Level).In(english)),
        (new("查询条件", "Asked"), conditions),
    ];

    /// <summary>For the audit record: codes and days, nothing that somebody typed.</summary>
    public static object ForRecord(this ContractQuery asked, IReadOnlyList<ContractDimension> dimensions) => new
    {
        Kind = Codes.Of(asked.Filter.Kind),
        asked.Period.From,
        asked.Period.To,
        asked.Filter.KnownBefore,
        GroupBy = dimensions.Select(Codes.Of).ToList(),
        Conditions = asked.Filter.Conditions.Select(c => Codes.Of(c.Dimension)).Distinct().ToList(),
    };
}
