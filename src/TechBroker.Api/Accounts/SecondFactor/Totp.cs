using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TechBroker.Api.Accounts.SecondFactor;

/// <summary>Time-based one-time passwords of RFC 6238: SHA-1, six digits, steps of 30 seconds, one step of tolerance on either side.</summary>
internal static class Totp
{
    /// <summary>RFC 4226 asks for 128 bits at least and recommends 160.</summary>
    public const int KeyBytes = 20;

    private const int Seconds = 30;
    private const string Base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string CodeAt(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The apps know no other; HMAC does not need a hash without collisions.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0xF)..]) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The time step whose code it is, or null where it is none of now.</summary>
    public static long? StepOf(ReadOnlySpan<byte> key, string code, DateTimeOffset now)
    {
        var given = Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        var current = StepAt(now);
        long? found = null;
        for (var step = current - 1; step <= current + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeAt(key, step)), given))
            {
                found = step;
            }
        }

        return found;
    }

    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / Seconds;

    /// <summary>RFC 4648 without padding, as the apps want it.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + 4) / 5);
        var (bits, count) = (0, 0);
        foreach (var b in bytes)
        {
            (bits, count) = ((bits << 8) | b, count + 8);
            while (count >= 5)
            {
                count -= 5;
                text.Append(Base32Letters[(bits >> count) & 31]);
            }

            bits &= (1 << count) - 1;
        }

        return (count > 0 ? text.Append(Base32Letters[(bits << (5 - count)) & 31]) : text).ToString();
    }

    /// <summary>What goes into the QR code.</summary>
    public static string Uri(string email, ReadOnlySpan<byte> key) =>
        $"otpauth://totp/TechBroker:{System.Uri.EscapeDataString(email)}?secret={Base32(key)}&issuer=TechBroker&algorithm=SHA1&digits=6&period={Seconds}";
}
