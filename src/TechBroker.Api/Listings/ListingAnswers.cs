using Microsoft.AspNetCore.Http;
using TechBroker.Api.Http;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Listings;

/// <summary>A listing as an answer, in the caller's language.</summary>
internal sealed class ListingAnswers(VocabularySet vocabularies)
{
    public Answer Ok(HttpContext http, Listing listing) => new(200, listing.ToBody(vocabularies, http.Request.PrefersEnglish())) { Revision = listing.Revision };

    public Answer Created(HttpContext http, Listing listing) => Ok(http, listing) with { Status = 201, Location = $"/api/v1/listings/{listing.Id}" };
}
