using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Notices;
using TechBroker.Storage.Notices;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Notices;

/// <summary>GET /notices, POST /notices/{id}/read and /notices/read-all: what concerns the caller, and nobody else's.</summary>
internal static class GetNotices
{
    private const int MostCounted = 100;

    private static readonly QueryParameters Parameters = new([new("unread", "true for those that are not read yet."), .. QueryParameters.OfPage.All]);

    public static void Map(IEndpointRouteBuilder notices)
    {
        notices.Get("", Rule.SignedIn, PageAsync)
            .Produces<NoticePageBody>().ProducesProblem(400)
            .WithName("listNotices").WithSummary("List the caller's notices, newest first")
            .WithMetadata(Parameters);
        notices.Post("/{id:guid}/read", Rule.SignedIn, (Guid id, HttpContext http, Writes writes, TimeProvider clock) =>
                writes.RunAsync(http, session => ReadAsync(session, id, http, clock.GetUtcNow())))
            .Produces<NoticeBody>().ProducesProblem(404)
            .WithName("readNotice").WithSummary("Mark a notice as read");
        notices.Post("/read-all", Rule.SignedIn, (HttpContext http, Writes writes, TimeProvider clock) =>
                writes.RunAsync(http, async session =>
                {
                    await NoticeStore.ReadAllAsync(session, Caller.Required(http).AccountId, clock.GetUtcNow());
                    return Results.NoContent();
                }))
            .Produces(204)
            .WithName("readAllNotices").WithSummary("Mark all notices as read");
    }

    private static async Task<IResult> PageAsync(HttpContext http, Database database, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var unread = query.Text("unread");
        if (unread is not (null or "true" or "false"))
        {
            query.Wrong("unread", new("须为 true 或 false。", "It must be true or false."));
        }

        var limit = query.Limit();
        var cursor = query.Cursor(c => c.Time is not null);
        return query.Problem is { } problem ? problem : await database.SnapshotAsync(
            async session =>
            {
                var account = (await AccountStore.FindAsync(session, Caller.Required(http).AccountId))!;
                var rows = await NoticeStore.PageAsync(session, account.Id, unread == "true", cursor?.Time, cursor?.Id, limit + 1);
                var items = new List<NoticeBody>();
                foreach (var notice in rows.Take(limit))
                {
                    if (await ToBodyAsync(session, notice, account, http.Request.PrefersEnglish()) is { } body)
                    {
                        items.Add(body);
                    }
                }

                return new Answer(200, new NoticePageBody
                {
                    Items = items,
                    Next = rows.Count > limit ? Cursor.Of(query.List, rows[limit - 1].At, rows[limit - 1].Id).ToString() : null,
                    Unread = await UnreadAsync(session, account),
                });
            },
            ct);
    }

    private static async Task<IResult> ReadAsync(WriteSession session, Guid id, HttpContext http, DateTimeOffset now)
    {
        var account = (await AccountStore.FindAsync(session, Caller.Required(http).AccountId))!;
        if (await NoticeStore.FindAsync(session, account.Id, id) is not { } notice
            || await ToBodyAsync(session, notice with { ReadAt = notice.ReadAt ?? now }, account, http.Request.PrefersEnglish()) is not { } body)
        {
            return Problem.Of(MarketError.NotFound("notice", id));
        }

        await NoticeStore.ReadAsync(session, account.Id, id, now);
        return new Answer(200, body);
    }

    // Only those that can be shown: a number above what is there would tell of what is hidden.
    private static async Task<int> UnreadAsync(SqlSession session, Account account)
    {
        var shown = 0;
        foreach (var notice in await NoticeStore.UnreadAsync(session, account.Id, MostCounted))
        {
            shown += await NoticeReading.OpenAsync(session, notice, account) is null ? 0 : 1;
        }

        return shown;
    }

    // Null for what the reader may see no more.
    private static async Task<NoticeBody?> ToBodyAsync(SqlSession session, Notice notice, Account account, bool english) =>
        await NoticeReading.OpenAsync(session, notice, account) is { } facts
            ? new NoticeBody
            {
                Id = notice.Id,
                Kind = notice.Kind,
                Text = NoticeTexts.Of(facts, withNote: true).In(english),
                EngagementId = notice.EngagementId,
                DealId = notice.DealId,
                WebhookId = notice.WebhookId,
                At = notice.At,
                ReadAt = notice.ReadAt,
            }
            : null;
}
