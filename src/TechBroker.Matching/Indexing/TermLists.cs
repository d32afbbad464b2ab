using System.Numerics;

namespace TechBroker.Matching.Indexing;

/// <summary>The posting lists of a segment by term. Never changes.</summary>
internal sealed class TermLists
{
    private const int TermsPerBucket = 4;

    public static readonly TermLists None = new([], [], []);

    private readonly int[] buckets;
    private readonly int shift;

    /// <param name="terms">Rising.</param>
    /// <param name="ends">Where each list ends in the bytes; it begins where the one before ends.</param>
    /// <param name="bytes">See <see cref="PostingCode"/>.</param>
    public TermLists(ulong[] terms, int[] ends, byte[] bytes)
    {
        (Terms, Ends, Bytes) = (terms, ends, bytes);

        // Terms are evenly spread numbers, so their high bits find the place at once.
        var bits = BitOperations.Log2((uint)Math.Max(1, terms.Length / TermsPerBucket));
        shift = 64 - bits;
        buckets = new int[(1 << bits) + 1];
        var at = 0;
        for (var bucket = 0; bucket < buckets.Length; bucket++)
        {
            while (at < terms.Length && BucketOf(terms[at]) < bucket)
            {
                at++;
            }

            buckets[bucket] = at;
        }
    }

    public ulong[] Terms { get; }

    public int[] Ends { get; }

    public byte[] Bytes { get; }

    /// <summary>Empty for a term that nobody has.</summary>
    public ReadOnlySpan<byte> Find(ulong term)
    {
        var bucket = BucketOf(term);
        for (int i = buckets[bucket], end = buckets[bucket + 1]; i < end; i++)
        {
            if (Terms[i] == term)
            {
                return List(i);
            }
        }

        return default;
    }

    public ReadOnlySpan<byte> List(int i)
    {
        var start = i == 0 ? 0 : Ends[i - 1];
        return Bytes.AsSpan(start, Ends[i] - start);
    }

    // A shift by 64 shifts by nothing.
    private int BucketOf(ulong term) => shift == 64 ? 0 : (int)(term >> shift);
}
