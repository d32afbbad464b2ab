using Dapper;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>Conditions of a search over listings or needs; what is null does not restrict. Also the parameters of the statement.</summary>
public sealed record MarketFilter
{
    /// <summary>Who asks: only what this reader may see is looked through, by what the reader may see of it.</summary>
    public required MarketReader Reader { get; init; }

    public Guid? ReaderOrganisationId => Reader.OrganisationId;

    public Guid? ReaderAccountId => Reader.AccountId;

    public IReadOnlyCollection<string> ReaderBarred => [.. Reader.Barred.Select(id => id.ToString("D"))];

    /// <summary>Written out: a list of ids as such reaches SQLite in another spelling than the one that is stored.</summary>
    public IReadOnlyCollection<string> Ids { get; init; } = [];

    /// <summary>At least one of these codes.</summary>
    public IReadOnlyCollection<string>? Fields { get; init; }

    /// <summary>This mode of cooperation among them.</summary>
    public string? Mode { get; init; }

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

    internal (string Where, DynamicParameters Arguments) OfListings(SqlDialect dialect)
    {
        var arguments = new DynamicParameters(this);
        return ($"{ByState}{And(Reader.ListingsInFull)}{Conditions("Trl", dialect, arguments)}{ByPlace}", arguments);
    }

    /// <summary>
    /// A notice passes by what it shows alone. What it does not show (readiness, owner, reference, mode) is no condition that it meets: a filter on it
    /// would find out, value by value, what is hidden.
    /// </summary>
    internal (string Where, DynamicParameters Arguments) OfNeeds(SqlDialect dialect)
    {
        var arguments = new DynamicParameters(this);
        var inFull = $"1 = 1{And(Reader.NeedsInFull)}{Conditions("MinTrl", dialect, arguments)}";
        var hasNotices = Reader is { SignedIn: true, NeedsInFull: not null } && MinTrl is null && MaxTrl is null && OrganisationId is null && ExternalRef is null && Mode is null;
        var where = hasNotices
            ? $"{ByState} AND (({inFull}) OR (State = 'published' AND Visibility = 'blind'{NoticeConditions}))"
                + ByPlace
            : $"{ByState} AND {inFull}{ByPlace}";
        return (where, arguments);
    }

    private const string ByState = " AND State IN @States";

    private string ByPlace => Before is null ? "" : " AND (CreatedAt < @Before OR (CreatedAt = @Before AND Id < @BeforeId))";

    private string NoticeConditions =>
        And(Fields is null ? null : "BlindField IN @Fields") + And(RegionPrefix is null ? null : "BlindRegion >= @RegionPrefix AND BlindRegion < @RegionEnd");

    private string Conditions(string trlColumn, SqlDialect dialect, DynamicParameters arguments) =>
        And(Fields is null ? null : StoredList.HasAny("Fields", [.. Fields], dialect, arguments))
        + And(Mode is null ? null : StoredList.HasAny("CooperationModes", [Mode], dialect, arguments, "Mode"))
        + And(RegionPrefix is null ? null : "RegionCode >= @RegionPrefix AND RegionCode < @RegionEnd")
        + And(MinTrl is null ? null : $"{trlColumn} >= @MinTrl")
        + And(MaxTrl is null ? null : $"{trlColumn} <= @MaxTrl")
        + And(OrganisationId is null ? null : "OrganisationId = @OrganisationId")
        + And(ExternalRef is null ? null : "ExternalRef = @ExternalRef");

    private static string And(string? condition) => condition is null ? "" : $" AND {condition}";
}
