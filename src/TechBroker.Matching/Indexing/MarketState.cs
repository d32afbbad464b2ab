using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Indexing;

/// <summary>The whole market at one moment, as a value.</summary>
/// <param name="Listings">All of them.</param>
/// <param name="OpenNeeds">Needs that everyone may see.</param>
/// <param name="HiddenNeeds">Blind and private needs.</param>
/// <param name="Notices">What everyone may read of hidden needs, under the same ids.</param>
internal sealed record MarketState(SideIndex Listings, SideIndex OpenNeeds, SideIndex HiddenNeeds, SideIndex Notices)
{
    public static readonly MarketState Empty = new(SideIndex.Empty, SideIndex.Empty, SideIndex.Empty, SideIndex.Empty);

    public int Count(Side side) => side == Side.Listing ? Listings.Count : OpenNeeds.Count + HiddenNeeds.Count;

    public Document? Find(Side side, Guid id) => side == Side.Listing ? Listings.Find(id) : OpenNeeds.Find(id) ?? HiddenNeeds.Find(id);

    public IEnumerable<(Guid Id, int Revision)> Contents(Side side) =>
        (side == Side.Listing ? Listings.Parts : OpenNeeds.Parts.Concat(HiddenNeeds.Parts))
        .SelectMany(part => part.Living()).Select(document => (document.Id, document.Revision));

    /// <param name="items">Distinct ids on a side.</param>
    /// <param name="analyzer">Opens what is replaced.</param>
    public MarketState With(IReadOnlyCollection<NewItem> items, TermAnalyzer analyzer)
    {
        var cleared = items.Aggregate(this, (state, item) => state.Without(item.Document.Side, item.Document.Id, analyzer));
        return new MarketState(
            cleared.Listings.With(items.Where(item => item.Document.Side == Side.Listing).Select(item => item.Document)),
            cleared.OpenNeeds.With(items.Where(item => item.Document.Side == Side.Need && !item.Hidden).Select(item => item.Document)),
            cleared.HiddenNeeds.With(items.Where(item => item.Document.Side == Side.Need && item.Hidden).Select(item => item.Document)),
            cleared.Notices.With(items.Select(item => item.Notice).OfType<Document>()));
    }

    /// <summary>Itself if the item is not there.</summary>
    public MarketState Without(Side side, Guid id, TermAnalyzer analyzer)
    {
        var after = side == Side.Listing
            ? this with { Listings = Listings.Without(id, analyzer) }
            : this with
            {
                OpenNeeds = OpenNeeds.Without(id, analyzer),
                HiddenNeeds = HiddenNeeds.Without(id, analyzer),
                Notices = Notices.Without(id, analyzer),
            };
        return after == this ? this : after;
    }
}
