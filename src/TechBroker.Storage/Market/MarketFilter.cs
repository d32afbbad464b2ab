using System.Text;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>Conditions of a search over listings or needs; what is null does not restrict. Also the parameters of the statement.</summary>
public sealed record MarketFilter
{
    /// <summary>Written out: a list of ids as such reaches SQLite in another spelling than the one that is stored.</summary>
    public IReadOnlyCollection<string> Ids { get; init; } = [];

    /// <summary>At least one of these codes.</summary>
    public IReadOnlyCollection<string>? Fields { get; init; }

    /// <summary>First digits of the region code, or a country's two letters.</summary>
    public string? RegionPrefix { get; init; }

    /// <summary>The first code after all that begin with the prefix.</summary>
    public string? RegionEnd => RegionPrefix is null ? null : RegionPrefix + '\uFFFF';

    public int? MinTrl { get; init; }

    public int? MaxTrl { get; init; }

    public Guid? OrganisationId { get; init; }

    public string? ExternalRef { get; init; }

    /// <summary>States to show.</summary>
    public required IReadOnlyCollection<string> States { get; init; }

    /// <summary>Only what lies below this place in newest-first order.</summary>
    public DateTimeOffset? Before { get; init; }

    public Guid? BeforeId { get; init; }

    public int Limit { get; init; } = 50;

    internal string Where(string trlColumn, SqlDialect dialect)
    {
        var sql = new StringBuilder(" AND State IN @States");
        void When(bool applies, string condition) => sql.Append(applies ? " AND " + condition : "");
        When(Fields is not null, dialect.JsonArrayHasAny("Fields", "@Fields"));
        When(RegionPrefix is not null, "RegionCode >= @RegionPrefix AND RegionCode < @RegionEnd");
        When(MinTrl is not null, $"{trlColumn} >= @MinTrl");
        When(MaxTrl is not null, $"{trlColumn} <= @MaxTrl");
        When(OrganisationId is not null, "OrganisationId = @OrganisationId");
        When(ExternalRef is not null, "ExternalRef = @ExternalRef");
        When(Before is not null, "(CreatedAt < @Before OR (CreatedAt = @Before AND Id < @BeforeId))");
        return sql.ToString();
    }
}
