using System.Text;

namespace TechBroker.IntegrationTests.Telemetry;

/// <summary>Just enough of the wire format to look into what is exported: fields by number, nested messages as bytes.</summary>
internal static class Protobuf
{
    private const int Varint = 0, Fixed64 = 1, Length = 2, Fixed32 = 5;

    /// <summary>The length-delimited fields with the number, in order.</summary>
    public static IEnumerable<byte[]> All(byte[] message, int number)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Read(message, ref at);
            switch ((int)(key & 7))
            {
                case Varint:
                    Read(message, ref at);
                    break;
                case Fixed64:
                    at += 8;
                    break;
                case Fixed32:
                    at += 4;
                    break;
                case Length:
                    var length = (int)Read(message, ref at);
                    if ((int)(key >> 3) == number)
                    {
                        yield return message[at..(at + length)];
                    }

                    at += length;
                    break;
                default:
                    throw new InvalidDataException($"Wire type {key & 7} at {at}.");
            }
        }
    }

    public static byte[] One(byte[] message, int number) => All(message, number).FirstOrDefault() ?? [];

    public static string Text(byte[] message, int number) => Encoding.UTF8.GetString(One(message, number));

    public static string Hex(byte[] message, int number) => Convert.ToHexStringLower(One(message, number));

    private static ulong Read(byte[] message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var b = message[at++];
            value |= (ulong)(b & 0x7f) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }
    }
}
