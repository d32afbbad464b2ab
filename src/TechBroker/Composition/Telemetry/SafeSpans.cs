using System.Diagnostics;
using OpenTelemetry;

namespace TechBroker.Composition.Telemetry;

/// <summary>
/// Of the framework's spans of requests only these tags leave the process. Paths, queries, host names and clients are what strangers typed:
/// the words that somebody searched for stand among them.
/// </summary>
internal sealed class SafeSpans : BaseProcessor<Activity>
{
    public const string Requests = "Microsoft.AspNetCore";

    private static readonly HashSet<string> Kept =
        ["http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type"];

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name != Requests)
        {
            return;
        }

        foreach (var (name, _) in data.TagObjects.Where(t => !Kept.Contains(t.Key)).ToList())
        {
            data.SetTag(name, null);
        }

        data.TraceStateString = null;
        data.DisplayName = $"{data.GetTagItem("http.request.method") ?? "HTTP"} {data.GetTagItem("http.route") ?? ""}".TrimEnd();
    }
}
