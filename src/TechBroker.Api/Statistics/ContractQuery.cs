using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Domain;
using TechBroker.Domain.Statistics;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Statistics;
using static TechBroker.Domain.Statistics.ContractDimension;

namespace TechBroker.Api.Statistics;

/// <summary>Which contracts a caller asks for, and where the lines behind each figure are.</summary>
internal sealed class ContractQuery
{
    private const string None = "none", Others = "others", Path = "/api/v1/statistics/contracts/lines";

    private static readonly ContractDimension[] Plain = [ContractDimension.Type, SubType, Field, SellerKind, BuyerKind, PriceMode, PaymentPlan];

    private readonly List<KeyValuePair<string, string>> parameters = [];
    private readonly List<ContractCondition> conditions = [];
    private readonly Query query;
    private readonly HttpRequest request;

    private ContractQuery(Query query, HttpRequest request) => (this.query, this.request) = (query, request);

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        .. StatisticQuery.OfPeriod,
        new("asOf", "A day or a moment: only what was on record at its end; each figure then tells what was corrected since."),
        new("kind", "signed, registered or paid."),
        new("level", "How far regions are told apart: province where absent, or city."),
        new("currency", "Only these currencies; several with commas, as in all that follow."),
        .. Plain.Select(d => new QueryParameter(Codes.Of(d), d is Field ? "Only of this field, as recorded; several by repeating it; none for contracts without one." : $"Only of this {Codes.Of(d)}; none for contracts without one.")),
        new("manager", "Only of this manager (id); none. Managers ask for themselves, or for others all together."),
    ];

    public static IReadOnlyList<QueryParameter> RegionParameters { get; } =
        [new("sellerRegion", "Only sellers in this province, city or district (110000, 440300, 110108) or country (DE)."), new("buyerRegion", "The same of buyers.")];

    public ContractFilter Filter { get; private set; } = null!;

    public RegionLevel Level { get; private set; }

    public Period Period { get; private set; } = null!;

    /// <summary>Figures by manager show this one and the rest: a manager does not look into colleagues' work.</summary>
    public Guid? OnlyManager { get; private set; }

    public static ContractQuery Read(Query query, HttpContext http, VocabularySet vocabularies, StatisticKind otherwise, string seller = "sellerRegion", string buyer = "buyerRegion")
    {
        var asked = new ContractQuery(query, http.Request);
        asked.Read(Caller.Required(http), vocabularies, otherwise, seller, buyer);
        return asked;
    }

    /// <summary>The lines of one group: the same conditions, and its keys.</summary>
    /// <param name="dimensions">Of the figure.</param>
    /// <param name="keys">Its key in each.</param>
    /// <param name="currency">Its currency.</param>
    /// <param name="since">What came on record after the time that the figure is of.</param>
    public string LinesOf(IReadOnlyList<ContractDimension> dimensions, IReadOnlyList<string?> keys, string currency, bool since = false)
    {
        var (from, to) = (Period.From, Period.To);
        var link = new List<KeyValuePair<string, string>>(parameters.Where(p => p.Key != "currency" && !(since && p.Key == "asOf"))) { new("currency", currency) };
        for (var i = 0; i < dimensions.Count; i++)
        {
            if (dimensions[i] is Month or Quarter or Year)
            {
                var (first, last) = DaysOf(dimensions[i], keys[i]!);
                (from, to) = (from > first ? from : first, to < last ? to : last);
                continue;
            }

            var (name, value) = dimensions[i] switch
            {
                SellerRegion => (Level is RegionLevel.City ? "sellerCity" : "sellerProvince", keys[i]!),
                BuyerRegion => (Level is RegionLevel.City ? "buyerCity" : "buyerProvince", keys[i]!),
                Manager => ("manager", keys[i] ?? (OnlyManager is null ? None : Others)),
                var other => (Codes.Of(other), keys[i] ?? None),
            };
            link.RemoveAll(p => p.Key == name);
            link.Add(new(name, value));
        }

        AddDay("from", from);
        AddDay("to", to);
        if (since)
        {
            link.Add(new("recordedFrom", Filter.KnownBefore!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)));
        }

        return Path + new QueryBuilder(link).ToQueryString();

        void AddDay(string name, DateOnly? day)
        {
            if (day is { } known)
            {
                link.Add(new(name, known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            }
        }
    }

    private void Read(Caller caller, VocabularySet vocabularies, StatisticKind otherwise, string seller, string buyer)
    {
        Period = query.Period();
        var kind = query.Code<StatisticKind>("kind") ?? otherwise;
        parameters.Add(new("kind", Codes.Of(kind)));
        Level = query.Code<RegionLevel>("level") ?? RegionLevel.Province;
        OnlyManager = caller.IsOrganiser ? null : caller.AccountId;
        foreach (var dimension in Plain)
        {
            Add(dimension, Codes.Of(dimension), query.Values(request, Codes.Of(dimension), commas: dimension is not Field), v => v == None ? null : v);
        }

        Regions(SellerRegion, seller, "sellerRegion", "sellerProvince", "sellerCity", vocabularies);
        Regions(BuyerRegion, buyer, "buyerRegion", "buyerProvince", "buyerCity", vocabularies);
        var notManager = Managers(caller);
        var currencies = query.Values(request, "currency");
        parameters.AddRange(currencies.Select(c => KeyValuePair.Create("currency", c)));
        if (!currencies.All(Money.IsCurrency))
        {
            query.Wrong("currency", new("须为 ISO 4217 货币代码，如 CNY。", "It must be an ISO 4217 code such as CNY."));
        }

        if (query.Text("asOf") is { } asOf)
        {
            parameters.Add(new("asOf", asOf));
        }

        Filter = new ContractFilter
        {
            Kind = kind,
            From = Period.From,
            To = Period.To,
            KnownBefore = query.After("asOf"),
            KnownFrom = query.Time("recordedFrom"),
            Currencies = currencies,
            Conditions = conditions,
            NotManager = notManager,
        };
    }

    private void Add(ContractDimension dimension, string name, IReadOnlyList<string> values, Func<string, string?> stored)
    {
        if (values.Count > 0)
        {
            parameters.AddRange(values.Select(v => KeyValuePair.Create(name, v)));
            conditions.Add(new ContractCondition(dimension, [.. values.Select(stored)]));
        }
    }

    // A code of a province or city ends in zeros; a figure's own key says at which level it is meant: 110000 as a city is Beijing without a district.
    private void Regions(ContractDimension dimension, string asked, string region, string province, string city, VocabularySet vocabularies)
    {
        Add(dimension, region, Known(asked), code => code.Length == 2 ? code : code.EndsWith("0000", StringComparison.Ordinal) ? code[..2] : code.EndsWith("00", StringComparison.Ordinal) ? code[..4] : code);
        Add(dimension, province, Known(province), code => code[..2]);
        Add(dimension, city, Known(city), code => code.Length == 2 ? code : code[..4]);

        IReadOnlyList<string> Known(string name)
        {
            var codes = query.Values(request, name);
            if (codes.All(vocabularies.IsRegion))
            {
                return codes;
            }

            query.Wrong(name, new("须为六位行政区划代码或两位国家代码。", "It must be a six-digit region code or a two-letter country."));
            return [];
        }
    }

    private Guid? Managers(Caller caller)
    {
        var values = query.Values(request, "manager");
        if (!caller.IsOrganiser && values is [Others])
        {
            parameters.Add(new("manager", Others));
            return caller.AccountId;
        }

        if (!values.All(v => Guid.TryParse(v, out var id) ? caller.IsOrganiser || id == caller.AccountId : caller.IsOrganiser && v == None))
        {
            query.Wrong("manager", caller.IsOrganiser
                ? new("须为技术经理人的编号（UUID）或 none。", "It must be a manager's id, or none.")
                : new("只能查询本人（填本人编号）或其他人合计（填 others）。", "Ask for yourself by your id, or for all others together with others."));
            return null;
        }

        Add(Manager, "manager", values, v => v == None ? null : Guid.Parse(v).ToString("D"));
        return null;
    }

    private static (DateOnly First, DateOnly Last) DaysOf(ContractDimension dimension, string key)
    {
        var year = int.Parse(key.AsSpan(0, 4), CultureInfo.InvariantCulture);
        var (month, months) = dimension switch
        {
            Month => (int.Parse(key.AsSpan(5), CultureInfo.InvariantCulture), 1),
            Quarter => (((key[6] - '1') * 3) + 1, 3),
            _ => (1, 12),
        };
        var first = new DateOnly(year, month, 1);
        return (first, first.AddMonths(months).AddDays(-1));
    }
}
