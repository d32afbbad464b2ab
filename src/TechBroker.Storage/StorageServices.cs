using Microsoft.Extensions.DependencyInjection;
using TechBroker.Matching;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Market;
using TechBroker.Storage.Privacy;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage;

public static class StorageServices
{
    /// <summary>The database, the index and the feed between them.</summary>
    public static IServiceCollection AddStorage(
        this IServiceCollection services, StorageOptions options, AuditOptions audit, PrivacyOptions privacy) => services
        .AddSingleton(options)
        .AddSingleton(privacy)
        .AddSingleton<CommitSignal>()
        .AddSingleton<SqlDialect>(new SqliteDialect(options.DatabaseFile))
        .AddSingleton<Migrator>()
        .AddSingleton(audit.KeyFor(options.DataDirectory))
        .AddSingleton(p => new Database(
            p.GetRequiredService<SqlDialect>(), p.GetRequiredService<CommitSignal>(), p.GetRequiredService<AuditKey>(), options.GroupCommitLimit, p.GetRequiredService<TimeProvider>()))
        .AddSingleton(new MarketIndex(MatchingParameters.Default))
        .AddSingleton<MarketFeed>();
}
