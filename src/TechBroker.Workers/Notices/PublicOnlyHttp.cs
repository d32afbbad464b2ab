using System.Net;
using System.Net.Sockets;
using TechBroker.Storage.Notices;

namespace TechBroker.Workers.Notices;

/// <summary>
/// Calls addresses that others named. What a name resolves to is checked when the connection is made, so that it cannot be one address for the
/// check and another for the call; there is no redirect, no proxy and no cookie.
/// </summary>
internal sealed class PublicOnlyHttp : IDisposable
{
    public const string Refused = "address-not-public";
    private const int MostRead = 4 * 1024;
    private readonly IReadOnlyList<IPNetwork> networks;
    private readonly WebhookOptions options;
    private readonly HttpClient http;

    public PublicOnlyHttp(WebhookOptions options)
    {
        (this.options, networks) = (options, options.Networks);
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxConnectionsPerServer = 8,
            MaxResponseHeadersLength = 16,
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("TechBroker");
    }

    /// <returns>The status, and at most 4 KB of the answer where it is asked for; or a fault in place of both.</returns>
    public async Task<HttpOutcome> PostAsync(string url, string json, IEnumerable<(string Name, string Value)> headers, bool readAnswer, CancellationToken ct)
    {
        if (!PublicAddress.IsTarget(url, options.AllowHttp))
        {
            return new HttpOutcome(0, "", "address-not-allowed");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return new HttpOutcome((int)response.StatusCode, readAnswer ? await ReadAsync(response, limit.Token) : "", null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new HttpOutcome(0, "", "timeout");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new HttpOutcome(0, "", e is HttpRequestException { InnerException: RefusedAddressException } ? Refused : "unreachable");
        }
    }

    public void Dispose() => http.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = IPAddress.TryParse(context.DnsEndPoint.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var allowed = addresses.Where(a => PublicAddress.MayConnect(a, networks)).ToArray();
        if (allowed.Length == 0)
        {
            throw new RefusedAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var buffer = new byte[MostRead];
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        var read = await stream.ReadAtLeastAsync(buffer, MostRead, throwOnEndOfStream: false, ct);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, read);
    }

    private sealed class RefusedAddressException : IOException;
}

/// <param name="Status">Of the answer; zero where there was none.</param>
/// <param name="Answer">Its beginning.</param>
/// <param name="Fault">A code where there was no answer.</param>
internal sealed record HttpOutcome(int Status, string Answer, string? Fault);
