namespace TechBroker.Matching.Indexing;

/// <summary>Makes a segment of new items.</summary>
internal static class SegmentBuilding
{
    private const byte NoImpact = 1;

    /// <param name="documents">Opened; <see cref="PostingCode.MostSlots"/> at most.</param>
    public static Segment Of(Document[] documents) => new(
        documents,
        Lists(documents, document => document.Own),
        Lists(documents, document => document.Cross),
        Lists(documents, RootsOf));

    private static TermImpacts RootsOf(Document document)
    {
        var roots = document.Facts.Fields.Select(field => TermHash.Of(field.Root)).Distinct().Order().ToArray();
        var impacts = new byte[roots.Length];
        Array.Fill(impacts, NoImpact);
        return new TermImpacts(roots, impacts);
    }

    private static TermLists Lists(Document[] documents, Func<Document, TermImpacts> termsOf)
    {
        var bags = Array.ConvertAll(documents, document => termsOf(document));
        var terms = new ulong[bags.Sum(bag => bag.Terms.Length)];
        var items = new uint[terms.Length];
        var at = 0;
        for (var slot = 0; slot < bags.Length; slot++)
        {
            bags[slot].Terms.CopyTo(terms, at);
            foreach (var impact in bags[slot].Impacts)
            {
                items[at++] = PostingCode.ItemOf(impact, slot);
            }
        }

        if (documents.Length > 1)
        {
            Array.Sort(terms, items);
        }

        var writer = new TermListsWriter();
        for (int start = 0, end; start < terms.Length; start = end)
        {
            for (end = start + 1; end < terms.Length && terms[end] == terms[start];)
            {
                end++;
            }

            var list = items.AsSpan(start, end - start);
            list.Sort();
            writer.Add(terms[start], list);
        }

        return writer.Take();
    }
}
