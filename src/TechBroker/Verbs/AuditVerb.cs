using System.CommandLine;
using System.Diagnostics;
using TechBroker.Composition;
using TechBroker.Storage;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Sql;

namespace TechBroker.Verbs;

/// <summary>techbroker audit verify: whether the audit record is what the program wrote, whole and in order.</summary>
internal static class AuditVerb
{
    private static readonly Option<string?> Head = new("--head")
    {
        Description = "SEQ:HASH as an earlier run printed it. Note it elsewhere: that a whole older copy was put back, or the record removed as a whole, shows only against it.",
    };

    private static readonly Option<string> Lang = Options.OneOf("--language", "Language of messages.", "zh", "en");

    public static Command Create()
    {
        var verify = new Command("verify", "Find any edit, removal or reordering in the audit record; reads only, also beside a running server.") { Head, Lang, Options.Data };
        verify.SetAction((parsed, ct) => VerifyAsync(parsed.GetValue(Head), parsed.GetValue(Lang) == "en", parsed.GetValue(Options.Data), ct));
        return new Command("audit", "The record of who did what.") { verify };
    }

    private static async Task<int> VerifyAsync(string? head, bool english, string? data, CancellationToken ct)
    {
        var noted = head is null ? null : AuditMark.Parse(head) ?? throw new UsageException($"--head: '{head}' is no SEQ:HASH as 'audit verify' prints it.");
        var settings = Settings.Read(Options.Configuration(), data);
        if (settings.Storage.IsEmbedded && !File.Exists(settings.Storage.DatabaseFile))
        {
            throw new FailedException($"There is no database {Path.GetFullPath(settings.Storage.DatabaseFile)}; name its folder with --data.");
        }

        var key = settings.Audit.KeyFor(settings.Storage.DataDirectory);
        await using var database = new Database(settings.Storage.Dialect(), new CommitSignal(), key);
        var start = Stopwatch.GetTimestamp();
        var verdict = await database.SnapshotAsync(session => VerifyAsync(session, key, noted, ct), ct);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        foreach (var fault in verdict.Faults)
        {
            await Console.Error.WriteLineAsync(fault.Message.In(english));
        }

        Console.WriteLine(english
            ? $"{verdict.Entries} entries checked in {seconds:0.0} s{(verdict.IsWhole ? ": the record is whole." : ".")}"
            : $"已核验 {verdict.Entries} 条审计记录，用时 {seconds:0.0} 秒{(verdict.IsWhole ? "，记录完整。" : "。")}");
        if (verdict.Head is { } end)
        {
            Console.WriteLine(english ? $"Head: {end}" : $"末端：{end}");
        }

        return verdict.IsWhole ? CommandLine.Done : CommandLine.Failed;
    }

    private static async Task<AuditVerdict> VerifyAsync(SqlSession session, AuditKey key, AuditMark? noted, CancellationToken ct)
    {
        if (await session.FirstAsync<int>("SELECT COUNT(*) FROM SchemaVersion WHERE Name = 'audit'") == 0)
        {
            throw new FailedException("The database is older than the audit record; run 'techbroker migrate' first.");
        }

        try
        {
            return await AuditChain.VerifyAsync(session, key, noted, ct);
        }
        catch (AuditKeyException e)
        {
            throw new FailedException(e.Message);
        }
    }
}
