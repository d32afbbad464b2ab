using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Notices;

/// <summary>A real mail server (Debian's python3-aiosmtpd) in a process of its own, which can be told to misbehave, to stop and to start.</summary>
internal sealed partial class MailServer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("techbroker-smtp-").FullName;
    private Process? process;

    private MailServer() => Mode = "accept";

    public int Port { get; } = FreePort();

    /// <summary>accept, greylist, reject or hang.</summary>
    public string Mode
    {
        set => File.WriteAllText(Path.Combine(folder, "mode"), value);
    }

    /// <summary>Mails that it took, oldest first.</summary>
    public IReadOnlyList<Mail> Mails => [.. Lines("mails").Select(l => l.Split(' ')).Select(l => new Mail(l[0], Decoded(l[1]), JsonSerializer.Deserialize<Part[]>(Decoded(l[2]), JsonSerializerOptions.Web)!))];

    /// <summary>How often somebody tried.</summary>
    public int Tries => Lines("seen").Length;

    public static async Task<MailServer> StartAsync()
    {
        var server = new MailServer();
        await server.UpAsync();
        return server;
    }

    public async Task UpAsync()
    {
        var script = Path.Combine(Repository.Root, "tests", "TechBroker.IntegrationTests", "Notices", "smtp-server.py");
        process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, folder, $"{Port}"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Assert.That(await process.StandardOutput.ReadLineAsync(), Is.EqualTo("ready"), "python3-aiosmtpd is missing: apt-get install python3-aiosmtpd");
    }

    public void Down()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        process = null;
    }

    public void Forget()
    {
        File.Delete(Path.Combine(folder, "mails"));
        File.Delete(Path.Combine(folder, "seen"));
        Mode = "accept";
    }

    public ValueTask DisposeAsync()
    {
        Down();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private string[] Lines(string file) => File.Exists(Path.Combine(folder, file)) ? File.ReadAllLines(Path.Combine(folder, file)) : [];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Decoded(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    /// <summary>A part as a program that knows mail reads it (Python's email package).</summary>
    internal sealed record Part(string Type, string? Method, string Text)
    {
        /// <summary>Lines of a calendar, unfolded.</summary>
        public string[] Lines => Text.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    internal sealed partial record Mail(string To, string Raw, IReadOnlyList<Part> Parts)
    {
        public string MessageId => MessageIdLine().Match(Raw).Groups[1].Value;

        public string Head => Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)];

        /// <summary>All parts, decoded.</summary>
        public string Text => string.Join('\n', Parts.Select(p => p.Text));

        public Part? Calendar => Parts.SingleOrDefault(p => p.Type == "text/calendar");

        [GeneratedRegex("^Message-ID: (<[^>]+>)\r$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
        private static partial Regex MessageIdLine();
    }
}
