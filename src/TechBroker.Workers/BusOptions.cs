namespace TechBroker.Workers;

/// <summary>Section <c>Bus</c>: how messages get from the outbox to their consumers.</summary>
public sealed record BusOptions
{
    public const string InMemory = "InMemory", RabbitMq = "RabbitMq";

    /// <summary>InMemory: within one process. RabbitMq: between as many as are started.</summary>
    public string Transport { get; set; } = InMemory;

    /// <summary>One name, or the nodes of one cluster with commas between them; a node may have a port of its own, as in <c>b:5673</c>.</summary>
    public string Host { get; set; } = "localhost";

    /// <summary>Of every node that names none; 5672, and 5671 with TLS, where absent.</summary>
    public int? Port { get; set; }

    public string VirtualHost { get; set; } = "/";

    public string Username { get; set; } = "guest";

    public string Password { get; set; } = "guest";

    public bool Tls { get; set; }

    /// <summary>The name in the broker's certificate; the first host where absent.</summary>
    public string? TlsServerName { get; set; }

    /// <summary>PEM file of the authority that signed the broker's certificate; the machine's own authorities where absent.</summary>
    public string? TlsCaFile { get; set; }

    /// <summary>PEM file of this program's certificate, where the broker asks for one.</summary>
    public string? TlsCertificateFile { get; set; }

    /// <summary>PEM file of its key.</summary>
    public string? TlsKeyFile { get; set; }

    /// <summary>Messages of one queue that a process holds at once.</summary>
    public int Prefetch { get; set; } = 256;

    /// <summary>Batches of one queue that a process works on at once.</summary>
    public int Concurrency { get; set; } = 1;

    /// <summary>How often a message may come back from processes that died over it before it is parked. An argument of the queues: they have to be made anew to change it.</summary>
    public int DeliveryLimit { get; set; } = 20;

    /// <summary>Outbox rows that are on their way to the broker at once.</summary>
    public int PublishBatch { get; set; } = 500;

    /// <summary>How long the broker may take to confirm a message, in seconds.</summary>
    public int ConfirmSeconds { get; set; } = 10;

    /// <summary>After so many seconds without a word, another process takes over the outbox rows of one that died or hangs.</summary>
    public int LeaseSeconds { get; set; } = 15;

    /// <summary>A row of a type that this version does not know is left to newer ones for so many minutes and then parked.</summary>
    public int UnknownTypeMinutes { get; set; } = 60;

    /// <summary>The broker keeps what it has confirmed, so a row of the outbox is done with then; in memory only its consumer's commit ends it.</summary>
    public bool IsDurable => Transport == RabbitMq;

    /// <summary>Names without addresses: host and port of every node.</summary>
    public IReadOnlyList<(string Host, int Port)> Nodes => [.. Host
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(node => node.LastIndexOf(':') is var at and > 0 && int.TryParse(node.AsSpan(at + 1), out var port) ? (node[..at], port) : (node, DefaultPort))];

    private int DefaultPort => Port ?? (Tls ? 5671 : 5672);

    /// <summary>Without the password, wherever it is printed.</summary>
    public override string ToString() => IsDurable ? $"{Transport} {Host} {VirtualHost}" : Transport;

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        Transport is not (InMemory or RabbitMq) ? $"Bus:Transport is '{Transport}'; it must be {InMemory} or {RabbitMq}."
        : !IsDurable ? null
        : Nodes.Count == 0 ? "Bus:Host is empty; name the broker, or the nodes of its cluster with commas between them."
        : Port is < 1 or > 65_535 ? $"Bus:Port is {Port}; it must be 1 to 65,535."
        : Nodes.FirstOrDefault(n => n.Port is < 1 or > 65_535 || Uri.CheckHostName(n.Host) is UriHostNameType.Unknown) is { Host: { } wrong } ? $"Bus:Host has '{wrong}', which is no name of a host such as rabbit1 or rabbit1:5672."
        : string.IsNullOrEmpty(VirtualHost) ? "Bus:VirtualHost is empty; the broker's own is /."
        : string.IsNullOrEmpty(Username) ? "Bus:Username is empty."
        : string.IsNullOrEmpty(Password) ? "Bus:Password is empty."
        : TlsFault()
        ?? (Prefetch is < 1 or > 65_535 ? $"Bus:Prefetch is {Prefetch}; it must be 1 to 65,535."
        : Concurrency is < 1 or > 64 ? $"Bus:Concurrency is {Concurrency}; it must be 1 to 64."
        : DeliveryLimit is < 1 or > 10_000 ? $"Bus:DeliveryLimit is {DeliveryLimit}; it must be 1 to 10,000."
        : PublishBatch is < 1 or > 1_000 ? $"Bus:PublishBatch is {PublishBatch}; it must be 1 to 1,000."
        : ConfirmSeconds is < 1 or > 600 ? $"Bus:ConfirmSeconds is {ConfirmSeconds}; it must be 1 to 600."
        : LeaseSeconds is < 3 or > 3_600 ? $"Bus:LeaseSeconds is {LeaseSeconds}; it must be 3 to 3,600."
        : UnknownTypeMinutes is < 1 or > 100_000 ? $"Bus:UnknownTypeMinutes is {UnknownTypeMinutes}; it must be 1 to 100,000."
        : null);

    private string? TlsFault() =>
        (TlsServerName ?? TlsCaFile ?? TlsCertificateFile ?? TlsKeyFile) is not null && !Tls ? "Bus:Tls is false, though Bus:Tls... keys are set; set Bus:Tls to true or take them out."
        : (TlsCertificateFile is null) != (TlsKeyFile is null) ? "Bus:TlsCertificateFile and Bus:TlsKeyFile go together; one of them is missing."
        : Missing("TlsCaFile", TlsCaFile) ?? Missing("TlsCertificateFile", TlsCertificateFile) ?? Missing("TlsKeyFile", TlsKeyFile);

    private static string? Missing(string key, string? file) => file is null || File.Exists(file) ? null : $"Bus:{key} is '{file}', and there is no such file.";
}
