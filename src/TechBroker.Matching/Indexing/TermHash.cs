namespace TechBroker.Matching.Indexing;

/// <summary>
/// What stands for a term in the index: 64 bits of its text. A table of strings would cost more than the postings; among ten million terms the
/// chance that any two share a number is one in 300,000, and then they would count as one word.
/// </summary>
internal static class TermHash
{
    public static ulong Of(ReadOnlySpan<char> term)
    {
        // FNV-1a, then the finalizer of MurmurHash3: tables of terms rely on evenly spread high bits.
        var hash = 14695981039346656037;
        foreach (var c in term)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        hash = unchecked((hash ^ (hash >> 33)) * 0xff51afd7ed558ccd);
        hash = unchecked((hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53);
        return hash ^ (hash >> 33);
    }
}
