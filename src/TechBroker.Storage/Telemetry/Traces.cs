using System.Diagnostics;

namespace TechBroker.Storage.Telemetry;

/// <summary>
/// Where the program's own spans come from. Tags are ids, counts, types and codes: never what a listing, need or person says, and no
/// parameter of a statement.
/// </summary>
public static class Traces
{
    /// <summary>Every source that is exported; statements have one of their own, <c>Sql.Statements</c>, for tests and debuggers.</summary>
    public const string All = "TechBroker.*";

    public static readonly ActivitySource Relay = new("TechBroker.Relay");

    public static readonly ActivitySource Scoring = new("TechBroker.Scoring");

    /// <summary>The W3C traceparent of whatever runs here, or null.</summary>
    public static string? Parent => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>The context that a traceparent names; the empty one where it names none.</summary>
    public static ActivityContext ContextOf(string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var context) ? context : default;
}
