using System.Diagnostics;

namespace TechBroker.Storage.Sql;

/// <summary>
/// Every statement of the program as an activity, for whoever listens: its text and the source file that runs it, never its values. Not among
/// <see cref="Telemetry.Traces.All"/>: an operator's traces would be full of polling, and each would carry a path of the machine that built it.
/// </summary>
internal static class Statements
{
    public const string SourceName = "Sql.Statements", TextTag = "db.query.text", FileTag = "code.file.path";

    private static readonly ActivitySource Source = new(SourceName);

    /// <returns>Null where nobody listens.</returns>
    public static Activity? Begin(string sql, string file) => Source.StartActivity("statement", ActivityKind.Client)?.SetTag(TextTag, sql).SetTag(FileTag, file);
}
