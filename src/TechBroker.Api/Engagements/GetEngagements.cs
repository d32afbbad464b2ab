using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Engagements;

/// <summary>GET /engagements, /engagements/{id} and /engagements/{id}/log: what the caller runs or takes part in.</summary>
internal static class GetEngagements
{
    private static readonly QueryParameters Parameters = new(
    [
        new("state", $"Only in this state: {string.Join(", ", Codes.All<EngagementState>())}."),
        new("escalated", "true: only those for which the program found no manager and nobody runs; for the people of the centre."),
        new("needsCover", "true: only those whose manager is away or is none any more; for the people of the centre."),
        .. QueryParameters.OfPage.All,
    ]);

    public static void Map(IEndpointRouteBuilder engagements)
    {
        engagements.Get("", Rule.SignedIn, PageAsync)
            .Produces<Page<EngagementBody>>().ProducesProblem(400)
            .WithName("listEngagements").WithSummary("List engagements that the caller runs or takes part in, newest first")
            .WithMetadata(Parameters);
        engagements.Get("/{id:guid}", Rules.TakePart, (Guid id, HttpContext http, Database database, CancellationToken ct) =>
                OpenAsync(id, http, database, async (session, file) => await file.ToAnswerAsync(session, 200), ct))
            .Produces<EngagementBody>().ProducesProblem(404)
            .WithName("getEngagement").WithSummary("Read an engagement");
        engagements.Get("/{id:guid}/log", Rules.TakePart, (Guid id, HttpContext http, Database database, CancellationToken ct) =>
                OpenAsync(id, http, database, LogAsync, ct))
            .Produces<EngagementLogBody>().ProducesProblem(404)
            .WithName("getEngagementLog").WithSummary("Everything that happened to an engagement, oldest first");
    }

    private static async Task<IResult> PageAsync(HttpContext http, Database database, TimeProvider clock, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var state = query.Code<EngagementState>("state") is { } given ? Codes.Of(given) : null;
        var wanted = new EngagementFilter
        {
            State = state,
            Escalated = query.Text("escalated") == "true",
            UncoveredAt = query.Text("needsCover") == "true" ? clock.GetUtcNow() : null,
        };
        return query.Problem ?? await NewestFirst.PageAsync(
            http, database, (session, before, beforeId, limit) => RowsAsync(session, Caller.Required(http), wanted, before, beforeId, limit), b => (b.CreatedAt, b.Id), (b, _) => b, ct);
    }

    private static async Task<IReadOnlyList<EngagementBody>> RowsAsync(SqlSession session, Caller caller, EngagementFilter wanted, DateTimeOffset? before, Guid? beforeId, int limit)
    {
        var desk = new EngagementDesk(session, caller);
        var filter = await desk.FilterAsync() with
        {
            State = wanted.State,
            Escalated = wanted.Escalated && caller.IsStaff,
            UncoveredAt = caller.IsStaff ? wanted.UncoveredAt : null,
            Before = before,
            BeforeId = beforeId,
            Limit = limit,
        };
        var bodies = new List<EngagementBody>();
        foreach (var engagement in await EngagementStore.PageAsync(session, filter))
        {
            if (await desk.OpenAsync(engagement) is { Reader.Recused: false } file)
            {
                bodies.Add(await file.ToBodyAsync(session));
            }
        }

        return bodies;
    }

    private static async Task<IResult> LogAsync(SqlSession session, EngagementFile file) =>
        new Answer(200, new EngagementLogBody
        {
            Items = [.. (await EngagementStore.LogAsync(session, file.Engagement.Id))
            .Where(e => file.Reader.IsBroker || e.ActionCode is not EngagementAction.Dispatch).Select(e => e.ToBody(file.Reader))]
        });

    public static Task<IResult> OpenAsync(Guid id, HttpContext http, Database database, Func<SqlSession, EngagementFile, Task<IResult>> answer, CancellationToken ct) =>
        database.SnapshotAsync(
            async session => await new EngagementDesk(session, Caller.Required(http)).OpenAsync(id) is { } file
                ? await answer(session, file)
                : Problem.Of(MarketError.NotFound("engagement", id)),
            ct);
}
