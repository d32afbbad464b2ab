using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TechBroker.IntegrationTests.Evidence;

/// <summary>Speaks clamd's INSTREAM over TCP and knows one virus.</summary>
internal sealed class FakeClam : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task running;

    public FakeClam()
    {
        listener.Start();
        running = RunAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Seen { get; private set; }

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await running;
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var command = new byte[10];
        await stream.ReadExactlyAsync(command);
        if (Encoding.ASCII.GetString(command) != "zINSTREAM\0")
        {
            await stream.WriteAsync("UNKNOWN COMMAND\0"u8.ToArray());
            return;
        }

        using var content = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length);
            var piece = new byte[BinaryPrimitives.ReadUInt32BigEndian(length)];
            if (piece.Length == 0)
            {
                break;
            }

            await stream.ReadExactlyAsync(piece);
            content.Write(piece);
        }

        Seen++;
        var infected = Encoding.UTF8.GetString(content.ToArray()).Contains(Samples.Eicar, StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(infected ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0"));
    }
}
