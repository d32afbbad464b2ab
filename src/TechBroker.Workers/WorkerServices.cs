using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Storage.Managers;
using TechBroker.Workers.Dispatch;
using TechBroker.Workers.Notices;
using TechBroker.Workers.Rabbit;
using TechBroker.Workers.Relay;
using TechBroker.Workers.Scoring;

namespace TechBroker.Workers;

public static class WorkerServices
{
    /// <summary>Bus, consumers, relay, dispatch, notices, expiry and retention. The relay starts after the bus, so that nothing is published into the void.</summary>
    public static IServiceCollection AddWorkers(
        this IServiceCollection services, WorkerOptions options, DispatchOptions dispatch, NoticeOptions notices, BusOptions transport)
    {
        services.AddSingleton(options).AddSingleton(transport).AddSingleton<ScoringRun>().AddSingleton<DispatchRun>().AddNotices(notices);
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddScoringConsumers(options, transport);
            if (dispatch.Enabled)
            {
                bus.AddBatchConsumer<MatchProposedConsumer>(options, transport);
            }

            bus.AddNoticeConsumers(options, transport);
            if (transport.IsDurable)
            {
                bus.UsingRabbit(transport, dispatch, consumes: true);
            }
            else
            {
                bus.UsingMemory();
            }
        });
        if (transport.IsDurable)
        {
            services.AddRabbit(transport);
        }
        else
        {
            services.AddOptions<MassTransitHostOptions>().Configure(o => o.WaitUntilStarted = true);
            services.AddSingleton<ConsumedMessages>().AddHostedService<OutboxRelay>();
        }

        services.AddHostedService<Expiry>();
        services.AddHostedService<DuplicateKeysFill>();
        services.AddHostedService<Retention>();
        if (dispatch.Enabled)
        {
            services.AddHostedService<DispatchSweep>();
        }

        return services;
    }

    /// <summary>The relay alone, for a process that consumes nothing. In memory there would be nobody to relay to.</summary>
    public static IServiceCollection AddRelay(this IServiceCollection services, WorkerOptions options, DispatchOptions dispatch, BusOptions transport)
    {
        if (!transport.IsDurable)
        {
            return services;
        }

        services.AddSingleton(options).AddSingleton(transport);
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.UsingRabbit(transport, dispatch, consumes: false);
        });
        return services.AddRabbit(transport);
    }

    internal static void UsingMemory(this IBusRegistrationConfigurator bus)
    {
        bus.RetryAndDiscard();
        bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
    }

    internal static void RetryAndDiscard(this IBusRegistrationConfigurator bus) => bus.AddConfigureEndpointsCallback((_, endpoint) =>
    {
        endpoint.UseMessageRetry(retry =>
            retry.Exponential(10, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(200)));

        // The outbox still has the row and the relay sends it again; an error queue in memory would only grow while the disk is full.
        endpoint.DiscardFaultedMessages();
    });

    internal static void AddScoringConsumers(this IBusRegistrationConfigurator bus, WorkerOptions options, BusOptions transport)
    {
        bus.AddBatchConsumer<ListingPublishedConsumer>(options, transport);
        bus.AddBatchConsumer<ListingRevisedConsumer>(options, transport);
        bus.AddBatchConsumer<ListingClosedConsumer>(options, transport);
        bus.AddBatchConsumer<NeedPostedConsumer>(options, transport);
        bus.AddBatchConsumer<NeedRevisedConsumer>(options, transport);
        bus.AddBatchConsumer<NeedClosedConsumer>(options, transport);
    }

    internal static void AddNoticeConsumers(this IBusRegistrationConfigurator bus, WorkerOptions options, BusOptions transport)
    {
        bus.AddBatchConsumer<EngagementChangedConsumer>(options, transport);
        bus.AddBatchConsumer<EngagementEscalatedConsumer>(options, transport);
        bus.AddBatchConsumer<DealRecordedConsumer>(options, transport);
        bus.AddBatchConsumer<DealChangedConsumer>(options, transport);
    }

    /// <summary>Takes messages in batches; one batch at a time where nothing else is set, as there is one writer anyway.</summary>
    internal static void AddBatchConsumer<TConsumer>(this IBusRegistrationConfigurator bus, WorkerOptions options, BusOptions transport)
        where TConsumer : class, IConsumer => bus.AddConsumer<TConsumer>(consumer => consumer.Options<BatchOptions>(batch => batch
            .SetMessageLimit(options.BatchSize)
            .SetTimeLimit(TimeSpan.FromMilliseconds(options.BatchWaitMilliseconds))
            .SetConcurrencyLimit(transport.Concurrency)))
        .Endpoint(endpoint =>
        {
            endpoint.Name = ConsumerQueue.NameFor<TConsumer>();
            endpoint.PrefetchCount = options.BatchSize * 4;
        });
}
