using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Vocabularies;

/// <summary>GET /vocabularies and /vocabularies/{id}</summary>
internal static class GetVocabularies
{
    public static void Map(IEndpointRouteBuilder vocabularies)
    {
        vocabularies.Get("", Rule.Anyone, (VocabularySet all) => new Answer(200, new Page<VocabularyBody> { Items = [.. all.All.Select(v => ToBody(v, withTerms: false))], Next = null }))
            .Produces<Page<VocabularyBody>>()
            .WithName("listVocabularies").WithSummary("List the vocabularies, without their terms");
        vocabularies.Get("/{id}", Rule.Anyone, Read)
            .Produces<VocabularyBody>().ProducesProblem(404)
            .WithName("getVocabulary").WithSummary("Read a vocabulary with its terms");
    }

    private static IResult Read(string id, HttpContext http, VocabularySet all)
    {
        if (all.Find(id) is not { } vocabulary)
        {
            return new Problem(404, "vocabulary-not-found", new("没有这个词表，全部词表见 /api/v1/vocabularies。", "There is no such vocabulary; see /api/v1/vocabularies."));
        }

        // Every page needs some of them, they are nobody's secret, and change with a start of the server at most.
        http.Response.Headers.CacheControl = "public, max-age=600";
        return new Answer(200, ToBody(vocabulary, withTerms: true));
    }

    private static VocabularyBody ToBody(Vocabulary vocabulary, bool withTerms) => new()
    {
        Id = vocabulary.Id,
        Version = vocabulary.Version,
        TitleZh = vocabulary.Title.Zh,
        TitleEn = vocabulary.Title.En,
        Source = vocabulary.Source,
        Terms = withTerms ? [.. vocabulary.Terms.Select(t => new TermBody { Code = t.Code, Zh = t.Zh, En = t.En, Parent = t.Parent })] : [],
    };
}
