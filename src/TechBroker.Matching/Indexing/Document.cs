using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Indexing;

/// <summary>
/// An item as the index holds it. Rankings read <see cref="Scale"/> and <see cref="Facts"/> of many; texts and terms are asked of the few that
/// are explained, so in large segments they lie packed (a million listings have to fit), and <see cref="Opened"/> gives them back.
/// </summary>
internal sealed class Document
{
    private readonly Contents? open;
    private readonly byte[]? packed;

    public Document(MarketItem item, TermBag bag, Facts facts)
        : this(item.Id, item.Revision, item.Side, item.Matched, bag.Scale, facts) =>
        open = new Contents(item, TermImpacts.Own(bag), TermImpacts.Cross(bag));

    public Document(byte[] packed, Guid id, int revision, Side side, bool matched, double scale, Facts facts)
        : this(id, revision, side, matched, scale, facts) => this.packed = packed;

    private Document(Guid id, int revision, Side side, bool matched, double scale, Facts facts) =>
        (Id, Revision, Side, Matched, Scale, Facts) = (id, revision, side, matched, scale, facts);

    public Guid Id { get; }

    public int Revision { get; }

    public Side Side { get; }

    public bool Matched { get; }

    /// <summary>See <see cref="TermBag"/>.</summary>
    public double Scale { get; }

    /// <summary>What the scorers read of it.</summary>
    public Facts Facts { get; }

    /// <summary>The item itself: reasons quote its text.</summary>
    public MarketItem Item => Open.Item;

    /// <summary>Numbers of its own terms, rising.</summary>
    public ulong[] Terms => Own.Terms;

    /// <summary>Their impacts, 1..255.</summary>
    public byte[] Impacts => Own.Impacts;

    /// <summary>Numbers of the terms that its own translate to, rising. They meet the other side's own terms, never its translations.</summary>
    public ulong[] CrossTerms => Cross.Terms;

    public byte[] CrossImpacts => Cross.Impacts;

    public TermImpacts Own => Open.Own;

    public TermImpacts Cross => Open.Cross;

    public bool IsPacked => packed is not null;

    /// <summary>The item as <see cref="ItemPacking"/> wrote it.</summary>
    public byte[] Bytes => packed ?? ItemPacking.Pack(Item);

    public Document Packed() => IsPacked ? this : new Document(Bytes, Id, Revision, Side, Matched, Scale, Facts);

    /// <summary>Itself with texts and terms at hand. Analyses the text again, so it is for few.</summary>
    public Document Opened(TermAnalyzer analyzer)
    {
        if (packed is null)
        {
            return this;
        }

        var unpacked = ItemPacking.Unpack(packed);
        return new Document(unpacked, analyzer.Analyze(unpacked), Facts);
    }

    private Contents Open => open ?? throw new InvalidOperationException("A packed document has to be opened before its text or terms are read.");

    private sealed record Contents(MarketItem Item, TermImpacts Own, TermImpacts Cross);
}
