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

    /// <summary>
    /// The end of the chain and what else was read, both of one moment. Where a database shows each statement what is committed when it begins, a writer may
    /// come in between, and an end that is read against the entries of another moment would look like damage.
    /// </summary>
    /// <param name="session">Of one unchanging state, if the database has such.</param>
    /// <param name="read">May run several times.</param>
    public static async Task<(AuditHead? Head, T Read)> WithAsync<T>(SqlSession session, Func<Task<T>> read)
    {
        var head = await FindAsync(session);
        while (true)
        {
            var found = await read();

            // The number only grows: the same one before and after means that nothing was committed in between.
            var again = await FindAsync(session);
            if (again?.Seq == head?.Seq)
            {
                return (again, found);
            }

            head = again;
        }
    }

    /// <summary>As the migration left it: nothing has been recorded.</summary>
    public bool IsBeginning => Seq == 0 && Hash.Length == 0 && KeyId.Length == 0 && Seal.Length == 0;

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
