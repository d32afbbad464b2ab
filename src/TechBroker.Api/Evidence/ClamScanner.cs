using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using TechBroker.Storage.Evidence;

namespace TechBroker.Api.Evidence;

/// <summary>Asks the operator's clamd by its INSTREAM command: pieces with their length before them (four bytes, big-endian), then a length of zero.</summary>
internal sealed class ClamScanner(EvidenceOptions options)
{
    private const int Piece = 64 * 1024, LongestAnswer = 4 * 1024;

    public bool IsOn => options.ClamHost is not null;

    /// <returns>Whether the content is clean; null where the scanner cannot be asked or does not say.</returns>
    public async Task<bool?> IsCleanAsync(Stream content, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(options.ClamSeconds));
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(options.ClamHost!, options.ClamPort, patience.Token);
            var stream = client.GetStream();
            await SendAsync(stream, content, patience.Token);
            var answer = await AnswerAsync(stream, patience.Token);
            return answer == "stream: OK" ? true
                : answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal) ? false
                : null;
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    private static async Task SendAsync(NetworkStream stream, Stream content, CancellationToken ct)
    {
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var buffer = new byte[sizeof(uint) + Piece];
        int read;
        while ((read = await content.ReadAsync(buffer.AsMemory(sizeof(uint)), ct)) > 0)
        {
            BinaryPrimitives.WriteUInt32BigEndian(buffer, (uint)read);
            await stream.WriteAsync(buffer.AsMemory(0, sizeof(uint) + read), ct);
        }

        await stream.WriteAsync(new byte[sizeof(uint)], ct);
    }

    private static async Task<string> AnswerAsync(NetworkStream stream, CancellationToken ct)
    {
        var answer = new byte[LongestAnswer];
        var (length, read) = (0, 0);
        while (length < answer.Length && (read = await stream.ReadAsync(answer.AsMemory(length), ct)) > 0)
        {
            length += read;
            if (answer.AsSpan(0, length).IndexOf((byte)0) is >= 0 and var end)
            {
                length = end;
                break;
            }
        }

        return Encoding.UTF8.GetString(answer, 0, length).Trim();
    }
}
