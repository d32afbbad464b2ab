using TechBroker.Matching.Quantities;
using TechBroker.Matching.Reasons;
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
    private readonly BarHolder? holder;

    public Document(MarketItem item, TermBag bag, Facts facts)
        : this(item, bag, facts, NewHolder(item.Side))
    {
    }

    private Document(MarketItem item, TermBag bag, Facts facts, BarHolder? holder)
        : this(item.Id, item.Revision, item.Side, item.Matched, bag.Scale, facts, holder) =>
        open = new Contents(item, TermImpacts.Own(bag), TermImpacts.Cross(bag));

    public Document(byte[] packed, Guid id, int revision, Side side, bool matched, double scale, Facts facts)
        : this(packed, id, revision, side, matched, scale, facts, NewHolder(side))
    {
    }

    private Document(byte[] packed, Guid id, int revision, Side side, bool matched, double scale, Facts facts, BarHolder? holder)
        : this(id, revision, side, matched, scale, facts, holder) => this.packed = packed;

    private Document(Guid id, int revision, Side side, bool matched, double scale, Facts facts, BarHolder? holder) =>
        (Id, Revision, Side, Matched, Scale, Facts, this.holder) = (id, revision, side, matched, scale, facts, holder);

    public Guid Id { get; }

    public int Revision { get; }

    public Side Side { get; }

    public bool Matched { get; }

    /// <summary>See <see cref="TermBag"/>.</summary>
    public double Scale { get; }

    /// <summary>What the scorers read of it.</summary>
    public Facts Facts { get; }

    /// <summary>Of a need: what a listing has to beat to get among its best pairs.</summary>
    public Bar Bar
    {
        get => holder?.Bar ?? Bar.None;
        set => holder!.Bar = value;
    }

    /// <summary>The item itself: reasons quote its text.</summary>
    public MarketItem Item => Open.Item;

    /// <summary>All it says, in words, for reasons. Made on first use: the item that asks is quoted in the reasons of all its matches.</summary>
    public ReasonText Quotable => Open.Quotable;

    /// <summary>Its measures, in the order of <see cref="Facts"/>, as they are written. Made on first use, too.</summary>
    public IReadOnlyList<(Measure Measure, string Text)> Quoted => Open.Quoted;

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

    public Document Packed() => IsPacked ? this : new Document(Bytes, Id, Revision, Side, Matched, Scale, Facts, holder);

    /// <summary>Itself with texts and terms at hand. Analyses the text again, so it is for few.</summary>
    public Document Opened(TermAnalyzer analyzer)
    {
        if (packed is null)
        {
            return this;
        }

        var unpacked = ItemPacking.Unpack(packed);
        return new Document(unpacked, analyzer.Analyze(unpacked), Facts, holder);
    }

    private static BarHolder? NewHolder(Side side) => side == Side.Need ? new BarHolder() : null;

    private Contents Open => open ?? throw new InvalidOperationException("A packed document has to be opened before its text or terms are read.");

    private sealed record Contents(MarketItem Item, TermImpacts Own, TermImpacts Cross)
    {
        private ReasonText? quotable;
        private (Measure Measure, string Text)[]? quoted;

        // Two readers at once make the same.
        public ReasonText Quotable => quotable ??= new ReasonText(Item);

        public IReadOnlyList<(Measure Measure, string Text)> Quoted => quoted ??= [.. Measures.Quoted(Quotable.Text, Item.Side)];
    }
}
