using System.Net.Mail;

namespace TechBroker.Workers.Notices;

/// <summary>Section <c>Mail</c>: no mail is written before Host and From are set.</summary>
public sealed record MailOptions
{
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary>none or startTls. The framework's client does not speak TLS from the first byte (port 465).</summary>
    public string Security { get; set; } = "startTls";

    public string? Username { get; set; }

    public string? Password { get; set; }

    public string? From { get; set; }

    /// <summary>How long the server may take for one mail, in seconds.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    public bool Enabled => !string.IsNullOrWhiteSpace(Host);

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        !Enabled ? null
        : Port is < 1 or > 65_535 ? $"Mail:Port is {Port}; it must be 1 to 65,535."
        : Security == "tls" ? "Mail:Security is tls, which this version does not speak; use startTls, commonly on port 587."
        : Security is not ("none" or "startTls") ? $"Mail:Security is '{Security}'; it must be none or startTls."
        : !MailAddress.TryCreate(From, out _) ? "Mail:From must be an address such as TechBroker <noreply@example.org>."
        : (Username is null) != (Password is null) ? "Mail:Username and Mail:Password go together; one of them is missing."
        : TimeoutSeconds is < 1 or > 600 ? $"Mail:TimeoutSeconds is {TimeoutSeconds}; it must be 1 to 600."
        : null;
}
