using TechBroker.Domain;

namespace TechBroker.Storage.Processes;

/// <summary>What the processes' own reports and the outbox say about the service together. Pure.</summary>
/// <param name="now">The moment of asking.</param>
/// <param name="stalledAfter">How long a consumer may be on the same messages.</param>
internal sealed class ProcessJudgement(DateTimeOffset now, TimeSpan stalledAfter)
{
    /// <summary>Longer than any moment of load: a message that waits for this waits for somebody to look into it.</summary>
    public static readonly TimeSpan MostWaiting = TimeSpan.FromMinutes(1);

    /// <param name="processes">Every process that is known, the asked one as it is now.</param>
    /// <param name="worksHere">Whether the asked process consumes messages itself.</param>
    /// <param name="oldest">Creation of the oldest message that is not dealt with.</param>
    public IReadOnlyList<ReadinessReason> Of(IReadOnlyList<KnownProcess> processes, bool worksHere, DateTimeOffset? oldest)
    {
        var alive = processes.Where(p => now - p.Row.SeenAt <= ProcessStore.Alive).ToList();
        return
        [
            .. alive.Where(p => now - p.Report.InFlightSince > stalledAfter).Select(Stalled),
            .. Waiting(oldest, alive),
            .. worksHere || alive.Exists(p => p.Report.Works) ? [] : new[] { NoWorker },
            .. Versions(alive),
            .. processes.Except(alive).Select(Silent),
        ];
    }

    private static readonly ReadinessReason NoWorker = new(
        "no-worker",
        ReadinessLevel.Degraded,
        new Text(
            "没有工作进程在运行，本进程也未启用（Workers__Enabled=false）：新发布的成果和需求会保存，但暂时不会匹配。请启动 techbroker worker。",
            "No worker is running, and this process does not work itself (Workers__Enabled=false): what is posted is kept, but not matched for now. Start 'techbroker worker'."));

    private ReadinessReason Stalled(KnownProcess process) => new(
        "stalled-consumer",
        ReadinessLevel.Degraded,
        new Text(
            $"{process.Row.Host} 上的工作进程处理同一批消息已超过 {(int)stalledAfter.TotalMinutes} 分钟，至今没有提交；消息不会丢失。请查看该进程的日志，必要时重启。",
            $"The worker on {process.Row.Host} has been on the same messages for more than {(int)stalledAfter.TotalMinutes} minutes without a commit; none of them is lost. Look at its log and restart it if need be."));

    private IEnumerable<ReadinessReason> Waiting(DateTimeOffset? oldest, List<KnownProcess> alive)
    {
        if (oldest is not { } at || now - at <= MostWaiting)
        {
            yield break;
        }

        var seconds = (int)(now - at).TotalSeconds;
        var goesOn = alive.Exists(p => now - p.Report.RelayAt <= MostWaiting);
        yield return goesOn
            ? new("backlog", ReadinessLevel.Degraded, new Text(
                $"最早的消息已等待 {seconds} 秒，转发仍在进行；匹配和通知会延迟。若持续如此，请增加工作进程。",
                $"The oldest message has waited for {seconds} s while the relay goes on; matches and notices come late. Add workers if it stays like this."))
            : new("stalled-relay", ReadinessLevel.Degraded, new Text(
                $"最早的消息已等待 {seconds} 秒，一分钟内没有任何进程完成过一轮转发；消息保存在数据库中，恢复后会自动转发。请查看工作进程和消息服务器的日志。",
                $"The oldest message has waited for {seconds} s, and no relay has come round within a minute; messages are kept in the database and go out by themselves afterwards. Look at the logs of workers and broker."));
    }

    private static IEnumerable<ReadinessReason> Versions(List<KnownProcess> alive)
    {
        var versions = alive.Select(p => p.Row.Version).Distinct().Order(StringComparer.Ordinal).ToList();
        if (versions.Count > 1)
        {
            yield return new("several-versions", ReadinessLevel.Information, new Text(
                $"有 {versions.Count} 个版本的程序同时在运行（{string.Join("、", versions)}）：滚动升级期间属于正常情况。",
                $"{versions.Count} versions of the program run side by side ({string.Join(", ", versions)}), as they do during a rolling upgrade."));
        }
    }

    private static ReadinessReason Silent(KnownProcess process) => new(
        "silent-process",
        ReadinessLevel.Information,
        new Text(
            $"{process.Row.Host} 上的进程（{process.Row.Role}）自 {process.Row.SeenAt:u} 起没有音讯：可能已停止、被挂起或与数据库断开；一小时后将从列表中移除。",
            $"Nothing has been heard of the process on {process.Row.Host} ({process.Row.Role}) since {process.Row.SeenAt:u}: it is stopped, suspended or cut off from the database, and is forgotten after an hour."));
}

/// <summary>A process and what it said.</summary>
public sealed record KnownProcess(ProcessRow Row, ProcessReport Report)
{
    /// <summary>A report that cannot be read, which another version may have written, says nothing.</summary>
    public static KnownProcess Of(ProcessRow row)
    {
        try
        {
            return new KnownProcess(row, Sql.StoredJson.Read<ProcessReport>(row.Report));
        }
        catch (System.Text.Json.JsonException)
        {
            return new KnownProcess(row, new ProcessReport());
        }
    }
}
