using TechBroker.Matching.Indexing;

namespace TechBroker.Matching.Scoring;

/// <summary>One listing and one need, always this way round: a score is the same from whichever side it is asked for.</summary>
/// <param name="Listing">What is offered.</param>
/// <param name="Need">What is looked for.</param>
/// <param name="Overlap">The raw overlap of the texts, 0 or more.</param>
/// <param name="Statistics">Those that the overlap was computed with.</param>
internal readonly record struct Pair(Document Listing, Document Need, double Overlap, ListingStatistics Statistics)
{
    /// <summary>A word or a field; a pair without is ranked nowhere.</summary>
    public bool SharesSomething
    {
        get
        {
            var offered = Listing.Facts.Fields;
            return Overlap > 0 || Need.Facts.Fields.Any(wanted => offered.Any(own => own.Root == wanted.Root));
        }
    }
}
