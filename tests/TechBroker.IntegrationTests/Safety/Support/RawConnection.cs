using System.Buffers;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TechBroker.IntegrationTests.Safety;

/// <summary>A connection that sends whatever bytes it is given, as no HTTP client would.</summary>
internal sealed class RawConnection : IDisposable
{
    private const int LongestAnswer = 1024 * 1024;

    private readonly TcpClient client;
    private readonly NetworkStream stream;

    private RawConnection(TcpClient client) => (this.client, stream) = (client, client.GetStream());

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(address.Host, address.Port);
        return new RawConnection(client);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>The server may have answered and closed before the end.</summary>
    public async Task SendAsync(byte[] bytes)
    {
        try
        {
            await stream.WriteAsync(bytes);
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Says that nothing more will come.</summary>
    public void EndSending()
    {
        try
        {
            client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
        }
    }

    /// <returns>Status and text of the answer; 0 where the connection ended without one, -1 where nothing came in time.</returns>
    public async Task<(int Status, string Text)> ReadAsync(TimeSpan patience)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LongestAnswer);
        try
        {
            return await ReadAsync(buffer, patience);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<(int Status, string Text)> ReadAsync(byte[] buffer, TimeSpan patience)
    {
        using var timeout = new CancellationTokenSource(patience);
        var read = 0;
        try
        {
            int more;
            while (read < buffer.Length && (more = await stream.ReadAsync(buffer.AsMemory(read), timeout.Token)) > 0)
            {
                read += more;
                if (Head(buffer, read).Contains("text/event-stream", StringComparison.Ordinal))
                {
                    break;
                }
            }
        }
        catch (IOException)
        {
        }
        catch (OperationCanceledException)
        {
            return (-1, Encoding.UTF8.GetString(buffer, 0, read));
        }

        var text = Encoding.UTF8.GetString(buffer, 0, read);
        return (text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture) : 0, text);
    }

    private static string Head(byte[] buffer, int length)
    {
        var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
        return end < 0 ? "" : Encoding.Latin1.GetString(buffer, 0, end);
    }
}
