using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Audit;

/// <summary>Where the chain ends, under a seal.</summary>
internal sealed record AuditHead
{
    public required long Seq { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>Which key the chain was begun with.</summary>
    public required string KeyId { get; init; }

    /// <summary>Empty where the program has found the record damaged: it goes on recording, and the damage stays to be seen.</summary>
    public required byte[] Seal { get; init; }

    public static AuditHead Of(long seq, byte[] hash, byte[] key)
    {
        var head = new AuditHead { Seq = seq, Hash = hash, KeyId = AuditKey.IdOf(key), Seal = [] };
        return head with { Seal = head.SealWith(key) };
    }

    public static Task<AuditHead?> FindAsync(SqlSession session) => session.FirstAsync<AuditHead>("SELECT Seq, Hash, KeyId, Seal FROM AuditHead WHERE Id = 1");

    public async Task StoreAsync(WriteSession session)
    {
        if (await session.RunAsync("UPDATE AuditHead SET Seq = @Seq, Hash = @Hash, KeyId = @KeyId, Seal = @Seal WHERE Id = 1", this) == 0)
        {
            await session.RunAsync("INSERT INTO AuditHead (Id, Seq, Hash, KeyId, Seal) VALUES (1, @Seq, @Hash, @KeyId, @Seal)", this);
        }
    }

    public bool IsGenuine(byte[] key) => KeyId == AuditKey.IdOf(key) && CryptographicOperations.FixedTimeEquals(Seal, SealWith(key));

    private byte[] SealWith(byte[] key)
    {
        var head = "techbroker audit head 1"u8;
        var content = new byte[head.Length + sizeof(long) + Hash.Length + KeyId.Length];
        head.CopyTo(content);
        BinaryPrimitives.WriteInt64BigEndian(content.AsSpan(head.Length), Seq);
        Encoding.ASCII.GetBytes(KeyId, content.AsSpan(head.Length + sizeof(long)));
        Hash.CopyTo(content.AsSpan(head.Length + sizeof(long) + KeyId.Length));
        return HMACSHA256.HashData(key, content);
    }
}
