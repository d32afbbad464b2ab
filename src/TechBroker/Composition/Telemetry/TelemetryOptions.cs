namespace TechBroker.Composition.Telemetry;

/// <summary>Section <c>Telemetry</c>: where traces, metrics and logs are pushed to by OTLP. Nothing leaves the process before an endpoint is set.</summary>
internal sealed record TelemetryOptions
{
    /// <summary>Of a collector, such as http://127.0.0.1:4317 (grpc) or http://127.0.0.1:4318 (httpProtobuf).</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary>grpc or httpProtobuf.</summary>
    public string Protocol { get; set; } = "grpc";

    /// <summary>Share of traces that are kept, 0 to 1. Decided by the trace's id, so that all processes decide alike.</summary>
    public double SampleRatio { get; set; } = 1;

    public string ServiceName { get; set; } = "techbroker";

    /// <summary>Whether logs go the same way, besides standard error.</summary>
    public bool Logs { get; set; } = true;

    /// <summary>How often metrics are pushed, in seconds.</summary>
    public int MetricsSeconds { get; set; } = 15;

    public bool Enabled => !string.IsNullOrWhiteSpace(OtlpEndpoint);

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        !Enabled ? null
        : !Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0
            ? "Telemetry:OtlpEndpoint must be an http or https address without a user, such as http://127.0.0.1:4317; credentials go into OTEL_EXPORTER_OTLP_HEADERS."
        : Protocol is not ("grpc" or "httpProtobuf") ? $"Telemetry:Protocol is '{Protocol}'; it must be grpc or httpProtobuf."
        : SampleRatio is not (>= 0 and <= 1) ? $"Telemetry:SampleRatio is {SampleRatio}; it must be 0 to 1."
        : string.IsNullOrWhiteSpace(ServiceName) ? "Telemetry:ServiceName must not be empty."
        : MetricsSeconds is < 1 or > 3_600 ? $"Telemetry:MetricsSeconds is {MetricsSeconds}; it must be 1 to 3,600."
        : null;
}
