using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Workers.Notices;
using TechBroker.Workers.Relay;
using TechBroker.Workers.Scoring;

namespace TechBroker.Workers;

public static class WorkerServices
{
    /// <summary>Bus, consumers, relay, expiry and retention. The relay starts after the bus, so that nothing is published into the void.</summary>
    public static IServiceCollection AddWorkers(this IServiceCollection services, WorkerOptions options, NoticeOptions? notices = null)
    {
        services.AddSingleton(options).AddSingleton<ScoringRun>().AddSingleton<ConsumedMessages>().AddNotices(notices ?? new NoticeOptions());
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddScoringConsumers(options);
            bus.AddNoticeConsumers(options);
            bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
        });
        services.AddOptions<MassTransitHostOptions>().Configure(o => o.WaitUntilStarted = true);
        services.AddHostedService<OutboxRelay>();
        services.AddHostedService<Expiry>();
        services.AddHostedService<Retention>();
        return services;
    }

    internal static void AddScoringConsumers(this IBusRegistrationConfigurator bus, WorkerOptions options)
    {
        Add<ListingPublishedConsumer>();
        Add<ListingRevisedConsumer>();
        Add<ListingClosedConsumer>();
        Add<NeedPostedConsumer>();
        Add<NeedRevisedConsumer>();
        Add<NeedClosedConsumer>();

        void Add<TConsumer>()
            where TConsumer : class, IConsumer => bus.AddBatched<TConsumer>(options);

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
        bus.AddBatched<EngagementChangedConsumer>(options);
        bus.AddBatched<DealRecordedConsumer>(options);
        bus.AddBatched<DealChangedConsumer>(options);
    }

    private static void AddBatched<TConsumer>(this IBusRegistrationConfigurator bus, WorkerOptions options)
        where TConsumer : class, IConsumer => bus.AddConsumer<TConsumer>(consumer => consumer.Options<BatchOptions>(batch => batch
            .SetMessageLimit(options.BatchSize)
            .SetTimeLimit(TimeSpan.FromMilliseconds(options.BatchWaitMilliseconds))
            .SetConcurrencyLimit(1)))
        .Endpoint(endpoint => endpoint.PrefetchCount = options.BatchSize * 4);
}
