using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Indexing;

/// <summary>Terms of an item as numbers, rising, with their impacts.</summary>
internal sealed record TermImpacts(ulong[] Terms, byte[] Impacts)
{
    public static TermImpacts Own(TermBag bag) => Of(bag.Terms, bag.Impacts);

    public static TermImpacts Cross(TermBag bag) => Of(bag.CrossTerms, bag.CrossImpacts);

    private static TermImpacts Of(string[] terms, byte[] impacts)
    {
        var hashes = Array.ConvertAll(terms, term => TermHash.Of(term));
        var sorted = (byte[])impacts.Clone();
        Array.Sort(hashes, sorted);
        var count = 0;
        for (var i = 0; i < hashes.Length; i++)
        {
            // Two words under one number are one word, with the larger impact.
            if (count > 0 && hashes[i] == hashes[count - 1])
            {
                sorted[count - 1] = Math.Max(sorted[count - 1], sorted[i]);
                continue;
            }

            (hashes[count], sorted[count]) = (hashes[i], sorted[i]);
            count++;
        }

        return count == hashes.Length ? new TermImpacts(hashes, sorted) : new TermImpacts(hashes[..count], sorted[..count]);
    }
}
