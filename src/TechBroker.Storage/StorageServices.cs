using Microsoft.Extensions.DependencyInjection;
using TechBroker.Matching;
using TechBroker.Matching.Vectors;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Market;
using TechBroker.Storage.Privacy;
using TechBroker.Storage.Showcase;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage;

public static class StorageServices
{
    /// <summary>The database, the index and the feed between them.</summary>
    /// <param name="services">Of the program.</param>
    /// <param name="options">Where the data lie.</param>
    /// <param name="audit">How the audit record is sealed.</param>
    /// <param name="privacy">How long personal data are kept.</param>
    /// <param name="parameters">What to score with; those that come with the program where absent.</param>
    /// <param name="vectors">What to grade with besides; none where absent.</param>
    public static IServiceCollection AddStorage(
        this IServiceCollection services, StorageOptions options, AuditOptions audit, PrivacyOptions privacy, MatchingParameters? parameters = null, TermVectors? vectors = null) => services
        .AddSingleton(options)
        .AddSingleton(privacy)
        .AddSingleton<CommitSignal>()
        .AddSingleton(options.Dialect())
        .AddSingleton<Migrator>()
        .AddSingleton(audit.KeyFor(options.DataDirectory))
        .AddSingleton(p => new Database(
            p.GetRequiredService<SqlDialect>(),
            p.GetRequiredService<CommitSignal>(),
            p.GetRequiredService<AuditKey>(),
            options.GroupCommitLimit,
            p.GetRequiredService<TimeProvider>(),
            p.GetService<RelayIdentity>()))
        .AddSingleton(new MarketIndex(parameters ?? MatchingParameters.Default, vectors))
        .AddSingleton<PictureFiles>()
        .AddSingleton(new IndexFile(options.DataDirectory))
        .AddSingleton<MarketFeed>();
}
