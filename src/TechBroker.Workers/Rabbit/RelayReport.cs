using Microsoft.Extensions.Logging;
using TechBroker.Domain;
using TechBroker.Storage.Bus;

namespace TechBroker.Workers.Rabbit;

/// <summary>What the relay has to say about the broker: once when it changes, in the log and to whoever asks for the program's health.</summary>
internal sealed partial class RelayReport(BusHealth health, BusOptions options, ILogger<RelayReport> logger)
{
    public bool HasComplained { get; private set; }

    /// <param name="results">Of one batch.</param>
    /// <param name="allFailed">Whether nothing of it got through.</param>
    public void Tell(IReadOnlyList<PublishedRow> results, bool allFailed)
    {
        var bad = results.FirstOrDefault(r => r.Result is PublishResult.Unroutable) ?? results.FirstOrDefault(r => r.Result is PublishResult.Unconfirmed);
        if (bad is null)
        {
            Withdraw();
            return;
        }

        HasComplained = true;
        var sentence = bad.Result is PublishResult.Unroutable
            ? new Text(
                $"消息服务器上没有接收 {bad.Row.Type} 消息的队列，这些消息留在发件箱中；程序会重建队列并重新发送。",
                $"The broker has no queue for {bad.Row.Type}; such messages wait in the outbox, the queue is declared again, and they are sent again.")
            : bad.Fault is { } fault && BrokerTrouble.IsReply(fault) ? BrokerTrouble.Of(fault, options)
            : new Text(
                $"消息服务器没有确认收到 {(allFailed ? "" : bad.Row.Type + " ")}消息，可能失去了多数节点；消息留在发件箱中，稍后重发。",
                $"The broker does not confirm {(allFailed ? "messages" : bad.Row.Type)}: it may have lost the majority of its nodes. Messages wait in the outbox and are sent again.");
        if (health.Report(nameof(LeasedRelay), BusCondition.Degraded, sentence))
        {
            Log.Kept(logger, sentence.En, bad.Fault?.GetType().Name);
        }
    }

    /// <summary>All is well again; what this relay complained of may have been sent by another.</summary>
    public void Withdraw()
    {
        HasComplained = false;
        health.Report(nameof(LeasedRelay), BusCondition.Connected, null);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Sentence} ({Exception})")]
        public static partial void Kept(ILogger logger, string sentence, string? exception);
    }
}
