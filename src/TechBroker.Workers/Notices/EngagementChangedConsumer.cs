using MassTransit;
using TechBroker.Contracts.Messages;
using TechBroker.Storage.Bus;

namespace TechBroker.Workers.Notices;

/// <summary>An engagement moved on: tell those concerned.</summary>
internal sealed class EngagementChangedConsumer(NoticeRun run) : IConsumer<Batch<EngagementChanged>>
{
    public Task Consume(ConsumeContext<Batch<EngagementChanged>> context) => run.RunAsync(
        nameof(EngagementChangedConsumer), [.. context.Message.Select(OutboxMessages.Of)], context.CancellationToken);
}

/// <summary>Nobody takes an engagement on.</summary>
internal sealed class EngagementEscalatedConsumer(NoticeRun run) : IConsumer<Batch<EngagementEscalated>>
{
    public Task Consume(ConsumeContext<Batch<EngagementEscalated>> context) => run.RunAsync(
        nameof(EngagementEscalatedConsumer), [.. context.Message.Select(OutboxMessages.Of)], context.CancellationToken);
}

/// <summary>A contract is in force.</summary>
internal sealed class DealRecordedConsumer(NoticeRun run) : IConsumer<Batch<DealRecorded>>
{
    public Task Consume(ConsumeContext<Batch<DealRecorded>> context) => run.RunAsync(
        nameof(DealRecordedConsumer), [.. context.Message.Select(OutboxMessages.Of)], context.CancellationToken);
}

/// <summary>Something happened to a contract.</summary>
internal sealed class DealChangedConsumer(NoticeRun run) : IConsumer<Batch<DealChanged>>
{
    public Task Consume(ConsumeContext<Batch<DealChanged>> context) => run.RunAsync(
        nameof(DealChangedConsumer), [.. context.Message.Select(OutboxMessages.Of)], context.CancellationToken);
}

internal static class OutboxMessages
{
    public static OutboxMessage Of<T>(ConsumeContext<T> context)
        where T : class => OutboxMessage.Of(
            context.MessageId ?? throw new InvalidOperationException("A message without an id did not come from the outbox."), context.Message, context.SentTime ?? DateTime.UnixEpoch);
}
