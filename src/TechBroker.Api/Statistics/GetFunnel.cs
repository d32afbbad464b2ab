using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Statistics;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;
using TechBroker.Storage.Statistics;

namespace TechBroker.Api.Statistics;

internal enum FunnelGroup
{
    Field,
    Manager,
    Month,
}

/// <summary>GET /statistics/funnel: how far the engagements that were begun in a period came, how long each step took, and why they ended.</summary>
internal static class GetFunnel
{
    private const string Others = "others";

    public static void Map(IEndpointRouteBuilder statistics) => statistics.Get("/funnel", Rules.ReadStatistics, HandleAsync)
        .Produces<FunnelBody>().ProducesProblem(400)
        .WithName("getFunnel").WithSummary("How far engagements came, how long it took, and why they ended")
        .WithMetadata(StatisticExport.Place, new QueryParameters(
            [.. StatisticQuery.OfPeriod, new("groupBy", "field (of the listing, its first), manager or month; all in one where absent."), StatisticQuery.Format]));

    private static async Task<IResult> HandleAsync(HttpContext http, Database database, VocabularySet vocabularies, StatisticExport export, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var (period, group, format) = (query.Period(), query.Code<FunnelGroup>("groupBy"), StatisticExport.Format(query, http.Request));
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var (caller, english) = (Caller.Required(http), http.Request.PrefersEnglish());
        var (rows, names) = await database.SnapshotAsync(
            async s =>
            {
                var found = await EngagementCourses.ReadAsync(s, period.Scope(await StatisticReader.ConflictedAsync(s, caller)));
                return (found, await AccountNameStore.OfAsync(s, group is FunnelGroup.Manager ? [.. found.Select(r => r.ManagerId).OfType<Guid>().Distinct()] : [], english));
            },
            ct);
        var fields = new TopFields(vocabularies);
        var courses = rows.Select(r => r.ToCourse(KeyOf(r))).ToList();
        var body = new FunnelBody
        {
            From = period.From,
            To = period.To,
            GroupBy = group is { } by ? Codes.Of(by) : null,
            Items = group is null ? [] : [.. courses.GroupBy(c => c.Key).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => ToBody(g.Key, [.. g]))],
            Total = ToBody(null, courses),
        };
        return await export.AnswerAsync(http, format, body, () => FunnelTable.Of(body, NameOf, english), new { period.From, period.To, body.GroupBy }, ct);

        // A manager does not look into colleagues' work.
        string? KeyOf(EngagementCourseRow row) => group switch
        {
            FunnelGroup.Manager when !caller.IsOrganiser => row.ManagerId == caller.AccountId ? $"{row.ManagerId:D}" : Others,
            FunnelGroup.Manager => row.ManagerId?.ToString("D"),
            FunnelGroup.Month => row.CreatedAt.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            FunnelGroup.Field => fields.Of(row.Fields) is [var first, ..] ? first : null,
            _ => null,
        };

        string? NameOf(string key) => group switch
        {
            FunnelGroup.Manager => Guid.TryParse(key, out var id) ? names.GetValueOrDefault(id) : new Text("其他人", "Others").In(english),
            FunnelGroup.Field => StatisticNames.Field(vocabularies, key, english),
            _ => null,
        };
    }

    private static FunnelItemBody ToBody(string? key, IReadOnlyCollection<EngagementCourse> courses)
    {
        var funnel = Funnel.Of(courses);
        return new FunnelItemBody
        {
            Key = key,
            Reached = funnel.Reached.Select((count, i) => (Stage: Codes.Of((FunnelStage)i), count)).ToDictionary(r => r.Stage, r => r.count),
            Closed = funnel.Closed,
            Steps = [.. funnel.Steps.Select(s => new FunnelStepBody { From = Codes.Of(s.From), To = Codes.Of(s.To), Count = s.Days.Count, MedianDays = s.Days.Median, P90Days = s.Days.P90 })],
            Losses =
            [
                .. funnel.Losses.Select(l => new FunnelLossBody { Reason = Codes.Of(l.Reason), Stage = Codes.Of(l.Stage), Side = l.Side is { } side ? Codes.Of(side) : null, Count = l.Count }),
            ],
        };
    }
}
