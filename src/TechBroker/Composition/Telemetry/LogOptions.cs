using System.Text.Encodings.Web;
using System.Text.Json;

namespace TechBroker.Composition.Telemetry;

/// <summary>Section <c>Logging</c>, of which this is the only key: how lines on standard error look.</summary>
internal sealed record LogOptions
{
    /// <summary>plain, for people; json, for a log store: one object a line with time, level, category, values and scopes.</summary>
    public string Format { get; set; } = "plain";

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() => Format is "plain" or "json" ? null : $"Logging:Format is '{Format}'; it must be plain or json.";

    public void Configure(ILoggingBuilder logging)
    {
        if (Format == "json")
        {
            logging.AddJsonConsole(console =>
            {
                console.IncludeScopes = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

                // One line each, and Chinese as it is read: what a person cannot read nobody checks.
                console.JsonWriterOptions = new JsonWriterOptions { Indented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            });
            logging.Configure(o => o.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
            return;
        }

        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
    }
}
