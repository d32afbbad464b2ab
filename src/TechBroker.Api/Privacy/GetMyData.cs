using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Privacy;

/// <summary>GET /me/data and, as a file, /me/data/export: everything that is held about the caller (PIPL art. 45). Recorded: a thief may ask, too.</summary>
internal static class GetMyData
{
    public static void Map(IEndpointRouteBuilder me)
    {
        me.Get("/data", Rule.SignedIn, (HttpContext http, PersonalDataReading reading, Database database, TimeProvider clock) => AnswerAsync(http, reading, database, clock, asFile: false))
            .Produces<PersonalDataBody>()
            .WithName("getMyData").WithSummary("Everything that is held about the caller, with purpose, legal basis and retention");
        me.Get("/data/export", Rule.SignedIn, (HttpContext http, PersonalDataReading reading, Database database, TimeProvider clock) => AnswerAsync(http, reading, database, clock, asFile: true))
            .Produces<PersonalDataBody>()
            .WithName("exportMyData").WithSummary("The same as a file");
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, PersonalDataReading reading, Database database, TimeProvider clock, bool asFile)
    {
        var id = Caller.Required(http).AccountId;
        await database.WriteAsync(
            Caller.ActorOf(http),
            session =>
            {
                session.Record(asFile ? "personalData.exported" : "personalData.read", "account", id);
                return Task.CompletedTask;
            },
            http.RequestAborted);
        var sections = await reading.SectionsAsync(id, http.Request.PrefersEnglish(), http.RequestAborted);
        return new Streamed(new PersonalDataBody { Id = id, At = clock.GetUtcNow(), Sections = sections }, asFile);
    }

    /// <summary>Sent while it is read: the audit entries of somebody who imported whole catalogues do not fit into memory many times over.</summary>
    private sealed record Streamed(PersonalDataBody Body, bool AsFile) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = "application/json; charset=utf-8";
            response.Headers.CacheControl = "no-store";
            if (AsFile)
            {
                response.Headers.ContentDisposition = $"attachment; filename=\"personal-data-{Body.At:yyyy-MM-dd}.json\"";
            }

            return JsonSerializer.SerializeAsync(response.Body, Body, ApiJson.Options, httpContext.RequestAborted);
        }
    }
}
