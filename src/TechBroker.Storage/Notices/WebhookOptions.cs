using System.Net;

namespace TechBroker.Storage.Notices;

/// <summary>Section <c>Webhooks</c>: off until an operator turns them on.</summary>
public sealed record WebhookOptions
{
    public bool Enabled { get; set; }

    /// <summary>Also http, whose calls anybody on the way can read.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>Networks such as 10.1.0.0/16, joined by commas, that may be called though they are not on the public internet. Robots go by it, too.</summary>
    public string AllowedNetworks { get; set; } = "";

    /// <summary>How long the other end may take, in seconds.</summary>
    public int TimeoutSeconds { get; set; } = 10;

    public IReadOnlyList<IPNetwork> Networks => [.. Parts.Select(IPNetwork.Parse)];

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        Parts.FirstOrDefault(n => !IPNetwork.TryParse(n, out _)) is { } wrong ? $"Webhooks:AllowedNetworks has '{wrong}'; it must be networks such as 10.1.0.0/16, joined by commas."
        : TimeoutSeconds is < 1 or > 60 ? $"Webhooks:TimeoutSeconds is {TimeoutSeconds}; it must be 1 to 60."
        : null;

    private string[] Parts => AllowedNetworks.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
