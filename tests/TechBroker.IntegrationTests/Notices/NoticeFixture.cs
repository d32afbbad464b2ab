using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Engagements;
using TechBroker.IntegrationTests.Workers;
using TechBroker.Storage.Notices;
using TechBroker.Storage.People;
using TechBroker.Workers;
using TechBroker.Workers.Notices;

namespace TechBroker.IntegrationTests.Notices;

/// <summary>A server that writes notices for every way out; the senders are the test's own, on a clock that it moves.</summary>
internal abstract class NoticeFixture : EngagementFixture
{
    protected const string Notices = "/api/v1/notices", Settings = "/api/v1/me/notice-settings", Webhooks = "/api/v1/webhooks", Deliveries = "/api/v1/deliveries";

    private readonly List<IDisposable> senders = [];

    protected ManualClock Clock { get; private set; } = null!;

    protected NoticeOptions Options => Server.App.Services.GetRequiredService<NoticeOptions>();

    [SetUp]
    public async Task ForgetAsync()
    {
        Clock = new ManualClock(DateTimeOffset.UtcNow.AddMinutes(1));
        await RunAsync("DELETE FROM Delivery");
    }

    [TearDown]
    public void DisposeSenders() => senders.ForEach(s => s.Dispose());

    protected override void Services(IHostApplicationBuilder builder)
    {
        foreach (var sender in builder.Services.Where(d => d.ImplementationType is { } t && (t == typeof(MailSender) || t == typeof(WebhookSender) || t == typeof(RobotSender))).ToList())
        {
            builder.Services.Remove(sender);
        }
    }

    protected static DeliveryLoop Loop => new(new WorkerOptions(), NullLogger<DeliveryLoop>.Instance);

    protected MailSender NewMailSender() => Keep(new MailSender(Server.Database, Options, Server.App.Services.GetRequiredService<PasswordLinks>(), Loop, Clock));

    protected WebhookSender NewWebhookSender() => Keep(new WebhookSender(
        Server.Database, Options, new NoticeWriting(Options), Server.App.Services.GetRequiredService<WebhookSecrets>(), Keep(new PublicOnlyHttp(Options.Webhooks)), Loop, Clock));

    protected RobotSender NewRobotSender() => Keep(new RobotSender(Server.Database, Options, Keep(new PublicOnlyHttp(Options.Webhooks)), Loop, Clock));

    protected async Task<string[]> TextsOfAsync(Actor actor)
    {
        await Server.DrainAsync();
        var told = await Server.SendAsync(HttpMethod.Get, $"{Notices}?limit=200", null, ("Authorization", $"Bearer {actor.Person.Token}"), ("Accept-Language", "zh"));
        return [.. told.Succeeds().Items.Reverse().Select(n => n.GetProperty("text").GetString()!)];
    }

    protected async Task<string[]> KindsOfAsync(Actor actor)
    {
        await Server.DrainAsync();
        return [.. (await actor.GetAsync($"{Notices}?limit=200")).Succeeds().Items.Reverse().Select(n => n.GetProperty("kind").GetString()!)];
    }

    protected Task<int> RunAsync(string sql, object? arguments = null) => Server.Database.WriteAsync(s => s.RunAsync(sql, arguments), CancellationToken.None);

    protected Task<T?> FirstAsync<T>(string sql, object? arguments = null) => Server.Database.ReadAsync(s => s.FirstAsync<T>(sql, arguments), CancellationToken.None);

    protected Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? arguments = null) => Server.Database.ReadAsync(s => s.ListAsync<T>(sql, arguments), CancellationToken.None);

    private T Keep<T>(T sender)
        where T : IDisposable
    {
        senders.Add(sender);
        return sender;
    }
}
