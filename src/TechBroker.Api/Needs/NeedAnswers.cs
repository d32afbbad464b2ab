using Microsoft.AspNetCore.Http;
using TechBroker.Api.Http;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Needs;

/// <summary>A need as an answer, in the caller's language.</summary>
internal sealed class NeedAnswers(VocabularySet vocabularies)
{
    public Answer Ok(HttpContext http, Need need) => new(200, need.ToBody(vocabularies, http.Request.PrefersEnglish())) { Revision = need.Revision };

    public Answer Created(HttpContext http, Need need) => Ok(http, need) with { Status = 201, Location = $"/api/v1/needs/{need.Id}" };
}
