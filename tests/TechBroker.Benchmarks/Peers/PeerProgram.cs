using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TechBroker.Composition;
using TechBroker.Storage.Sql;

namespace TechBroker.Benchmarks.Peers;

/// <summary>
/// The same API on the same database, as a program would be that gives no guarantee between its commit and its message: no outbox (a
/// trigger drops its rows), no relay, no inbox. After the commit and before the answer the handler publishes, confirmed and persistent;
/// the consumer ranks with the same index and stores the same matches.
/// </summary>
internal static class PeerProgram
{
    public static async Task<int> RunAsync(string kind)
    {
        var settings = Settings.Read(new ConfigurationBuilder().AddEnvironmentVariables().Build(), null);
        await using var app = Composition.Host.BuildServer(settings, "http://127.0.0.1:0", builder =>
        {
            builder.Services.AddSingleton<PeerScoring>().AddSingleton<IStartupFilter, PublishBeforeTheAnswer>();
            if (kind == "raw")
            {
                builder.Services.AddSingleton<RawPeer>().AddSingleton<IPeerBus>(p => p.GetRequiredService<RawPeer>()).AddHostedService(p => p.GetRequiredService<RawPeer>());
            }
            else
            {
                MassTransitPeer.Add(builder.Services);
            }
        });
        await Composition.Host.MigrateAsync(app.Services.GetRequiredService<SqlDialect>(), CancellationToken.None);
        await app.Services.GetRequiredService<Database>().WriteAsync(
            s => s.RunAsync("CREATE TRIGGER IF NOT EXISTS NoOutbox BEFORE INSERT ON Outbox BEGIN SELECT RAISE(IGNORE); END"), CancellationToken.None);
        await FirstAdministrator.AddAsync(app.Services, settings.Bootstrap, CancellationToken.None);
        await app.StartAsync();
        Console.WriteLine($"TechBroker listens on {app.Urls.First()}; peer {kind}.");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private sealed class PublishBeforeTheAnswer(IPeerBus bus, PeerScoring scoring) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, following) => http.Request.Path == "/peer/done"
                ? http.Response.WriteAsync(JsonSerializer.Serialize(scoring.Done))
                : Posted(http, following));
            next(app);
        };

        private Task Posted(HttpContext http, RequestDelegate following)
        {
            if (HttpMethods.IsPost(http.Request.Method))
            {
                http.Response.OnStarting(() => http.Response is { StatusCode: 201, Headers.Location: [{ } location] } && PeerMessage.Of(location) is { } message
                    ? bus.PublishAsync(message)
                    : Task.CompletedTask);
            }

            return following(http);
        }
    }
}
