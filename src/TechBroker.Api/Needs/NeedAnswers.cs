using Microsoft.AspNetCore.Http;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Privacy;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Needs;

/// <summary>A need as an answer, in the caller's language.</summary>
internal sealed class NeedAnswers(VocabularySet vocabularies)
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
}
