using System.Globalization;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Verbs;

/// <summary>Where the judged pairs go, and what belongs to them.</summary>
internal sealed record JudgementFiles(FileInfo Judgements, DirectoryInfo? Pairs, FileInfo? Reasons);

/// <summary>techbroker export judgements: engagements become judged pairs.</summary>
internal static class ExportJudgements
{
    private const int Folds = 3;

    public static async Task RunAsync(Database database, JudgementFiles files, DateOnly? since, bool includeHidden, bool english, CancellationToken ct)
    {
        Options.CheckFolderOf("--out", files.Judgements);
        Options.CheckFolderOf("--reasons", files.Reasons);
        DateTimeOffset? from = since is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null;
        var export = await database.SnapshotAsync(session => ReadAsync(session, from, includeHidden, files.Pairs is not null), ct);

        // Before the files: what leaves the database is on record, also where the disk is full.
        await database.WriteAsync(
            Actor.Operator,
            session =>
            {
                session.Record("judgements.exported", "judgements", null, new { Pairs = export.Pairs.Count, export.Reasons, includeHidden, Texts = files.Pairs is not null });
                return Task.CompletedTask;
            },
            ct);
        await WriteAsync(files, export, from, ct);
        Console.WriteLine(english ? ClosingLine(export) : ChineseClosingLine(export));
    }

    private static async Task<Export> ReadAsync(SqlSession session, DateTimeOffset? since, bool includeHidden, bool withTexts)
    {
        var sources = await JudgementStore.AllAsync(session);
        var kept = sources.Where(s => !s.Withdrawn && !s.Objected && (includeHidden || !s.Hidden)).Select(s => s.Engagement).ToList();
        var pairs = JudgementsOfPairs.Of(kept, since);
        int LeftOut(Func<JudgementSource, bool> why) => JudgementsOfPairs.Of(sources.Where(why).Select(s => s.Engagement), since).Count;
        return new Export(kept, pairs, since)
        {
            Hidden = includeHidden ? 0 : LeftOut(s => s.Hidden && !s.Withdrawn && !s.Objected),
            Withdrawn = LeftOut(s => s.Withdrawn),
            Objected = LeftOut(s => s.Objected && !s.Withdrawn),
            Needs = withTexts ? await MarketExport.NeedsAsync(session, pairs.Select(p => p.NeedId)) : [],
            Listings = withTexts
                ? await MarketExport.ListingsAsync(session, [.. pairs.Select(p => p.ListingId), .. await MarketExport.ListingIdsAsync(session, published: true)])
                : [],
        };
    }

    private static async Task WriteAsync(JudgementFiles files, Export export, DateTimeOffset? since, CancellationToken ct)
    {
        if (files.Pairs is { } folder)
        {
            folder.Create();
            await OperatorFile.WriteAsync(Path.Combine(folder.FullName, "needs.jsonl"), export.Needs.Select(MarketLine.Of), ct);
            await OperatorFile.WriteAsync(Path.Combine(folder.FullName, "listings.jsonl"), export.Listings.Select(MarketLine.Of), ct);
        }

        if (files.Reasons is { } reasons)
        {
            await OperatorFile.WriteAsync(reasons.FullName, ["needId\tlistingId\tside\treason", .. export.ReasonLines()], ct);
        }

        await OperatorFile.WriteAsync(
            files.Judgements.FullName,
            [
                "needId\tlistingId\tlevel\tfold",
                .. export.Pairs.Select(p => string.Create(
                    CultureInfo.InvariantCulture, $"{p.NeedId:D}\t{p.ListingId:D}\t{p.Judgement.Level}\t{Matching.Folds.Of(p.NeedId.ToString("D"), Folds)}")),
            ],
            ct);
    }

    private static string ClosingLine(Export export)
    {
        var levels = string.Join(", ", export.Pairs.GroupBy(p => p.Judgement.Level).OrderBy(g => g.Key).Select(g => $"{g.Count()} of level {g.Key}"));
        return $"{export.Pairs.Count} judged pairs{(levels.Length > 0 ? $" ({levels})" : "")}; left out: {export.Hidden} of hidden needs, "
            + $"{export.Withdrawn} of withdrawn items, {export.Objected} of people who object to matching.";
    }

    private static string ChineseClosingLine(Export export)
    {
        var levels = string.Join("，", export.Pairs.GroupBy(p => p.Judgement.Level).OrderBy(g => g.Key).Select(g => $"{g.Key} 级 {g.Count()} 个"));
        return $"已导出评判配对 {export.Pairs.Count} 个{(levels.Length > 0 ? $"（{levels}）" : "")}；未导出：涉及匿名或保密需求 {export.Hidden} 个，"
            + $"涉及已撤回条目 {export.Withdrawn} 个，涉及反对自动匹配人员 {export.Objected} 个。";
    }

    private sealed record Export(
        IReadOnlyList<JudgedEngagement> Engagements, IReadOnlyList<(Guid NeedId, Guid ListingId, Judgement Judgement)> Pairs, DateTimeOffset? Since)
    {
        public required int Hidden { get; init; }

        public required int Withdrawn { get; init; }

        public required int Objected { get; init; }

        public required IReadOnlyList<Need> Needs { get; init; }

        public required IReadOnlyList<Listing> Listings { get; init; }

        public int Reasons => ReasonLines().Count();

        /// <summary>Sorted as text, then in the order of time: the same engagements in any order give the same file.</summary>
        public IEnumerable<string> ReasonLines() => Engagements
            .SelectMany(e => e.Ends.Where(s => Since is null || s.At >= Since).Select(s => (e.NeedId, e.ListingId, Step: s)))
            .OrderBy(r => $"{r.NeedId:D} {r.ListingId:D}", StringComparer.Ordinal)
            .ThenBy(r => r.Step.At)
            .ThenBy(r => r.Step.Side)
            .ThenBy(r => r.Step.Reason)
            .Select(r => $"{r.NeedId:D}\t{r.ListingId:D}\t{(r.Step.Side is { } side ? Codes.Of(side) : "manager")}\t{Codes.Of(r.Step.Reason!.Value)}");
    }
}
