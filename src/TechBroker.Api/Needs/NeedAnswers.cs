using Microsoft.AspNetCore.Http;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Privacy;
using TechBroker.Api.Search;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Market;

namespace TechBroker.Api.Needs;

/// <summary>A need as an answer, in the caller's language.</summary>
internal sealed class NeedAnswers(VocabularySet vocabularies, OwnerNames owners)
{
    public Answer Ok(HttpContext http, Need need) => new(200, BodyOf(http, need)) { Revision = need.Revision };

    /// <summary>Its poster alone is told that it is not matched: whether a person objects is nobody else's affair.</summary>
    public NeedBody BodyOf(HttpContext http, Need need)
    {
        var english = http.Request.PrefersEnglish();
        var body = need.ToBody(vocabularies, english);
        return need.Matched || need.PostedBy != Caller.Of(http)?.AccountId ? body : body with { Warnings = [.. body.Warnings ?? [], NotMatched.Warning(english)] };
    }

    public Answer Created(HttpContext http, Need need) => Ok(http, need) with { Status = 201, Location = $"/api/v1/needs/{need.Id}" };

    /// <summary>What somebody is shown who reads a need: all of it, the notice of a blind one, or null where it does not exist for them.</summary>
    /// <param name="http">Whose language the sentences are in.</param>
    /// <param name="reader">Whoever reads.</param>
    /// <param name="full">Whether they read it in full (<see cref="Reading.InFullAsync"/>).</param>
    /// <param name="need">The need.</param>
    /// <param name="ct">Ends the look-up of the owner's name.</param>
    public async Task<NeedBody?> ShownAsync(HttpContext http, MarketReader reader, bool full, Need need, CancellationToken ct) =>
        full ? (await owners.OfAsync([BodyOf(http, need)], ct))[0] : reader.NoticeOf(need)?.ToBody();
}
