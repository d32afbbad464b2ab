using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Storage.Managers;
using TechBroker.Workers.Dispatch;
using TechBroker.Workers.Notices;
using TechBroker.Workers.Periodic;
using TechBroker.Workers.Processes;
using TechBroker.Workers.Relay;
using TechBroker.Workers.Scoring;

namespace TechBroker.Workers;

public static class WorkerServices
{
    /// <summary>Bus, consumers, relay, dispatch, notices and periodic work. The relay starts after the bus, so that nothing is published into the void.</summary>
    public static IServiceCollection AddWorkers(this IServiceCollection services, WorkerOptions options, DispatchOptions dispatch, NoticeOptions notices)
    {
        services.AddSingleton(options).AddSingleton<ScoringRun>().AddSingleton<ConsumedMessages>().AddSingleton<DispatchRun>().AddNotices(notices);
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddScoringConsumers(options);
            if (dispatch.Enabled)
            {
                bus.AddBatchConsumer<MatchProposedConsumer>(options);
            }

            bus.AddNoticeConsumers(options);
            bus.AddReceiveObserver<DeliveryObserver>();
            bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
        });
        services.AddOptions<MassTransitHostOptions>().Configure(o => o.WaitUntilStarted = true);
        services.AddHostedService<OutboxRelay>();
        services.AddHostedService<PeriodicWork>();
        services.AddSingleton<IPeriodicRound, Expiry>().AddSingleton<IPeriodicRound, DuplicateKeysFill>().AddSingleton<IPeriodicRound, Retention>().AddSingleton<IPeriodicRound, BusRound>();
        if (dispatch.Enabled)
        {
            services.AddSingleton<IPeriodicRound, DispatchSweep>();
        }

        return services;
    }

    internal static void AddScoringConsumers(this IBusRegistrationConfigurator bus, WorkerOptions options)
    {
        bus.AddBatchConsumer<ListingPublishedConsumer>(options);
        bus.AddBatchConsumer<ListingRevisedConsumer>(options);
        bus.AddBatchConsumer<ListingClosedConsumer>(options);
        bus.AddBatchConsumer<NeedPostedConsumer>(options);
        bus.AddBatchConsumer<NeedRevisedConsumer>(options);
        bus.AddBatchConsumer<NeedClosedConsumer>(options);
        bus.AddConfigureEndpointsCallback((_, endpoint) =>
        {
            endpoint.UseMessageRetry(retry =>
                retry.Exponential(10, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(200)));

            // The outbox still has the row and the relay sends it again; an error queue in memory would only grow while the disk is full.
            endpoint.DiscardFaultedMessages();
        });
    }

    internal static void AddNoticeConsumers(this IBusRegistrationConfigurator bus, WorkerOptions options)
    {
        bus.AddBatchConsumer<EngagementChangedConsumer>(options);
        bus.AddBatchConsumer<EngagementEscalatedConsumer>(options);
        bus.AddBatchConsumer<DealRecordedConsumer>(options);
        bus.AddBatchConsumer<DealChangedConsumer>(options);
    }

    /// <summary>Takes messages in batches, one batch at a time: there is one writer anyway.</summary>
    internal static void AddBatchConsumer<TConsumer>(this IBusRegistrationConfigurator bus, WorkerOptions options)
        where TConsumer : class, IConsumer => bus.AddConsumer<TConsumer>(consumer => consumer.Options<BatchOptions>(batch => batch
            .SetMessageLimit(options.BatchSize)
            .SetTimeLimit(TimeSpan.FromMilliseconds(options.BatchWaitMilliseconds))
            .SetConcurrencyLimit(1)))
        .Endpoint(endpoint => endpoint.PrefetchCount = options.BatchSize * 4);
}
