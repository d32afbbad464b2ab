using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TechBroker.Api.Live;

/// <summary>
/// Places in the live stream as its readers see them. The number counts all events, also those of others, and would tell how much
/// happens elsewhere, so it is encrypted; with it goes when it was given out.
/// </summary>
internal sealed class StreamPlaces(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("live stream");

    public string Write(long seq, DateTimeOffset now)
    {
        Span<byte> plain = stackalloc byte[2 * sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(plain, seq);
        BinaryPrimitives.WriteInt64LittleEndian(plain[sizeof(long)..], now.ToUnixTimeSeconds());
        return Base64Url.EncodeToString(protector.Protect(plain.ToArray()));
    }

    /// <summary>Null where it is no place of this installation's stream; its time is to the second.</summary>
    public (long Seq, DateTimeOffset At)? Read(string place)
    {
        try
        {
            var plain = place.Length is > 0 and < 500 ? protector.Unprotect(Base64Url.DecodeFromChars(place)) : [];
            return plain.Length switch
            {
                2 * sizeof(long) => (BinaryPrimitives.ReadInt64LittleEndian(plain), DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64LittleEndian(plain.AsSpan(sizeof(long))))),

                // As earlier versions gave them out: how old it is nobody knows.
                sizeof(long) => (BinaryPrimitives.ReadInt64LittleEndian(plain), DateTimeOffset.MinValue),
                _ => null,
            };
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
