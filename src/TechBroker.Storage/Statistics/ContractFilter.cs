using Dapper;
using TechBroker.Domain;
using TechBroker.Domain.Statistics;

namespace TechBroker.Storage.Statistics;

/// <summary>Which ledger lines are asked for; what is absent does not restrict.</summary>
public sealed record ContractFilter
{
    private static readonly ContractDimension[] Regions = [ContractDimension.SellerRegion, ContractDimension.BuyerRegion];

    public required StatisticKind Kind { get; init; }

    /// <summary>First and last day that counts.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Only what was on record before this moment.</summary>
    public DateTimeOffset? KnownBefore { get; init; }

    /// <summary>Only what came on record at or after this moment.</summary>
    public DateTimeOffset? KnownFrom { get; init; }

    public IReadOnlyCollection<string> Currencies { get; init; } = [];

    public IReadOnlyList<ContractCondition> Conditions { get; init; } = [];

    /// <summary>All managers but this one, and what has none.</summary>
    public Guid? NotManager { get; init; }

    /// <summary>The column of a dimension that is not a period.</summary>
    internal static string ColumnOf(ContractDimension dimension) => dimension switch
    {
        ContractDimension.Type => "d.ContractType",
        ContractDimension.SubType => "d.SubType",
        ContractDimension.Field => "d.Field",
        ContractDimension.SellerKind => "d.SellerKind",
        ContractDimension.BuyerKind => "d.BuyerKind",
        ContractDimension.SellerRegion => "d.SellerRegion",
        ContractDimension.BuyerRegion => "d.BuyerRegion",
        ContractDimension.PriceMode => "d.PriceMode",
        ContractDimension.PaymentPlan => "d.PaymentPlan",
        ContractDimension.Manager => "d.ManagerId",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, null),
    };

    /// <summary>Conditions on LedgerLine l and Deal d, and their values.</summary>
    /// <param name="known">With those on the time of recording; a figure that tells what was corrected since needs all lines.</param>
    internal (string Where, DynamicParameters Arguments) ToSql(bool known)
    {
        var arguments = new DynamicParameters();
        arguments.Add("Kind", Codes.Of(Kind));
        var where = new List<string> { "l.Kind = @Kind" };
        And(From is not null, "l.Day >= @From", "From", From);
        And(To is not null, "l.Day <= @To", "To", To);
        And(known && KnownBefore is not null, "l.RecordedAt < @KnownBefore", "KnownBefore", KnownBefore);
        And(known && KnownFrom is not null, "l.RecordedAt >= @KnownFrom", "KnownFrom", KnownFrom);
        And(Currencies.Count > 0, "l.Currency IN @Currencies", "Currencies", Currencies);
        And(NotManager is not null, "(d.ManagerId IS NULL OR d.ManagerId <> @NotManager)", "NotManager", NotManager);
        for (var i = 0; i < Conditions.Count; i++)
        {
            var (column, values) = (ColumnOf(Conditions[i].Dimension), Conditions[i].Values);
            where.Add(Regions.Contains(Conditions[i].Dimension) ? Region($"C{i}_", column, values) : OneOf($"C{i}", column, values));
        }

        return (string.Join(" AND ", where), arguments);

        void And(bool asked, string condition, string name, object? value)
        {
            if (asked)
            {
                where.Add(condition);
                arguments.Add(name, value);
            }
        }

        string OneOf(string name, string column, IReadOnlyCollection<string?> values)
        {
            arguments.Add(name, values.OfType<string>().ToList());
            return values.Contains(null) ? $"({column} IN @{name} OR {column} IS NULL)" : $"{column} IN @{name}";
        }

        string Region(string name, string column, IReadOnlyCollection<string?> values)
        {
            var lengths = values.OfType<string>().GroupBy(v => v.Length).ToList();
            lengths.ForEach(g => arguments.Add($"{name}{g.Key}", g.ToList()));
            return $"({string.Join(" OR ", lengths.Select(g => $"SUBSTRING({column}, 1, {g.Key}) IN @{name}{g.Key}"))})";
        }
    }
}

/// <summary>Any of some values of a dimension that is not a period.</summary>
/// <param name="Dimension">Which.</param>
/// <param name="Values">Null is what has none. A region stands by its first two, four or six characters.</param>
public sealed record ContractCondition(ContractDimension Dimension, IReadOnlyCollection<string?> Values);
