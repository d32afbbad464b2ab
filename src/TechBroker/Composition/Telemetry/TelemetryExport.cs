using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TechBroker.Storage.Processes;
using TechBroker.Storage.Telemetry;

namespace TechBroker.Composition.Telemetry;

/// <summary>Pushes traces and metrics where the operator says, from the start of the host to its end; what waits then still goes.</summary>
internal sealed class TelemetryExport(TelemetryOptions options, ProcessState process, ProcessSettings settings) : IHostedService, IDisposable
{
    // A collector that is gone must not hold up the end of the process.
    private const int MostPatienceMilliseconds = 3_000;

    private static readonly string[] Meters = [Instruments.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];
    private TracerProvider? traces;
    private MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(ResourceOf(options, process.Id, settings))
            .SetSampler(new TraceIdRatioBasedSampler(options.SampleRatio))
            .AddSource(SafeSpans.Requests, "MassTransit", Traces.All)
            .AddProcessor(new SafeSpans())
            .AddOtlpExporter(o => Point(o, options, "traces"))
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(ResourceOf(options, process.Id, settings))
            .AddMeter(Meters)
            .AddOtlpExporter((o, reader) =>
            {
                Point(o, options, "metrics");
                reader.PeriodicExportingMetricReaderOptions = new() { ExportIntervalMilliseconds = options.MetricsSeconds * 1_000, ExportTimeoutMilliseconds = MostPatienceMilliseconds };
            })
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }

    /// <summary>
    /// Lines with their values, without scopes: those hold the path that was asked for, and the trace's id is carried anyway. However much the
    /// operator has others told, what the framework says of each request stays here: the words that somebody searched for are in it.
    /// </summary>
    public static void AddLogs(ILoggingBuilder logging, TelemetryOptions options, ProcessSettings settings) => logging
        .AddOpenTelemetry(o =>
        {
            o.IncludeFormattedMessage = true;
            o.SetResourceBuilder(ResourceOf(options, null, settings)).AddOtlpExporter(e => Point(e, options, "logs"));
        })
        .AddFilter<OpenTelemetryLoggerProvider>("Microsoft", LogLevel.Warning)
        .AddFilter<OpenTelemetryLoggerProvider>("System", LogLevel.Warning);

    private static ResourceBuilder ResourceOf(TelemetryOptions options, Guid? id, ProcessSettings settings) => ResourceBuilder.CreateDefault()
        .AddService(options.ServiceName, serviceVersion: settings.Version, autoGenerateServiceInstanceId: false, serviceInstanceId: id?.ToString("D") ?? settings.Host)
        .AddAttributes([new("host.name", Environment.MachineName), new("techbroker.role", settings.Role)]);

    // Over HTTP each kind has a path of its own, which the exporter adds only to addresses from its own environment variables.
    private static void Point(OtlpExporterOptions exporter, TelemetryOptions options, string kind)
    {
        var http = options.Protocol == "httpProtobuf";
        exporter.Protocol = http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = new Uri(http ? $"{options.OtlpEndpoint!.TrimEnd('/')}/v1/{kind}" : options.OtlpEndpoint!);
        exporter.TimeoutMilliseconds = MostPatienceMilliseconds;
    }
}
