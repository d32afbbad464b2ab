using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TechBroker.Storage.Audit;

/// <summary>An entry letter by letter as it is stored: any other spelling of the same value is an edit too.</summary>
internal sealed record AuditRow
{
    public const string Columns = "Seq, At, ActorId, ActorKind, Via, Address, Action, Subject, SubjectId, Details, PreviousHash, Hash";

    /// <summary>What stands before the first entry.</summary>
    public static readonly byte[] Nothing = new byte[HMACSHA256.HashSizeInBytes];

    public required long Seq { get; init; }

    public required string At { get; init; }

    public string? ActorId { get; init; }

    public required string ActorKind { get; init; }

    public string? Via { get; init; }

    public string? Address { get; init; }

    public required string Action { get; init; }

    public required string Subject { get; init; }

    public string? SubjectId { get; init; }

    public string? Details { get; init; }

    public byte[] PreviousHash { get; init; } = Nothing;

    public byte[] Hash { get; init; } = Nothing;

    /// <summary>HMAC-SHA-256 of everything but the hash itself. Each field goes in with its length, so no two entries read the same.</summary>
    public byte[] HashAfter(byte[] previous, byte[] key)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Put(buffer, "techbroker audit entry 1");
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(sizeof(long)), Seq);
        buffer.Advance(sizeof(long));
        Put(buffer, At);
        Put(buffer, ActorId);
        Put(buffer, ActorKind);
        Put(buffer, Via);
        Put(buffer, Address);
        Put(buffer, Action);
        Put(buffer, Subject);
        Put(buffer, SubjectId);
        Put(buffer, Details);
        Length(buffer, previous.Length);
        buffer.Write(previous);
        return HMACSHA256.HashData(key, buffer.WrittenSpan);
    }

    private static void Put(ArrayBufferWriter<byte> buffer, string? text)
    {
        if (text is null)
        {
            Length(buffer, -1);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        Length(buffer, length);
        buffer.Advance(Encoding.UTF8.GetBytes(text, buffer.GetSpan(length)));
    }

    private static void Length(ArrayBufferWriter<byte> buffer, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(buffer.GetSpan(sizeof(int)), length);
        buffer.Advance(sizeof(int));
    }
}
