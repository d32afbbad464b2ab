using TechBroker.Storage.Audit;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Verbs;

/// <summary>techbroker export listings, export needs: one JSON object a line.</summary>
internal static class ExportMarket
{
    public static async Task ListingsAsync(Database database, FileInfo output, bool all, bool english, CancellationToken ct)
    {
        Options.CheckFolderOf("--out", output);
        var listings = await database.SnapshotAsync(async session => await MarketExport.ListingsAsync(session, await MarketExport.ListingIdsAsync(session, !all)), ct);
        await RecordAsync(database, "listings", listings.Count, hidden: 0, ct);
        await OperatorFile.WriteAsync(output.FullName, listings.Select(MarketLine.Of), ct);
        Console.WriteLine(english ? $"{listings.Count} listings." : $"已导出成果 {listings.Count} 项。");
    }

    public static async Task NeedsAsync(Database database, FileInfo output, bool all, bool includeHidden, bool english, CancellationToken ct)
    {
        Options.CheckFolderOf("--out", output);
        var (needs, leftOut) = await database.SnapshotAsync(
            async session =>
            {
                var ids = await MarketExport.NeedIdsAsync(session, !all, includeHidden);
                var everything = await MarketExport.NeedIdsAsync(session, !all, hidden: true);
                return (await MarketExport.NeedsAsync(session, ids), everything.Count - ids.Count);
            },
            ct);
        await RecordAsync(database, "needs", needs.Count, needs.Count(n => n.Content.Visibility is not Domain.Needs.Visibility.Open), ct);
        await OperatorFile.WriteAsync(output.FullName, needs.Select(MarketLine.Of), ct);
        Console.WriteLine(english ? $"{needs.Count} needs; left out: {leftOut} hidden ones." : $"已导出需求 {needs.Count} 项；未导出匿名、保密需求 {leftOut} 项。");
    }

    private static Task RecordAsync(Database database, string what, int count, int hidden, CancellationToken ct) => database.WriteAsync(
        Actor.Operator,
        session =>
        {
            session.Record($"{what}.exported", what, null, new { count, hidden });
            return Task.CompletedTask;
        },
        ct);
}
