using Microsoft.AspNetCore.Http;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Privacy;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Listings;

/// <summary>A listing as an answer, in the caller's language.</summary>
internal sealed class ListingAnswers(VocabularySet vocabularies)
{
    public Answer Ok(HttpContext http, Listing listing) => new(200, BodyOf(http, listing)) { Revision = listing.Revision };

    /// <summary>Its poster alone is told that it is not matched: whether a person objects is nobody else's affair.</summary>
    public ListingBody BodyOf(HttpContext http, Listing listing)
    {
        var english = http.Request.PrefersEnglish();
        var body = listing.ToBody(vocabularies, english);
        return listing.Matched || listing.PostedBy != Caller.Of(http)?.AccountId ? body : body with { Warnings = [.. body.Warnings ?? [], NotMatched.Warning(english)] };
    }

    public Answer Created(HttpContext http, Listing listing) => Ok(http, listing) with { Status = 201, Location = $"/api/v1/listings/{listing.Id}" };
}
