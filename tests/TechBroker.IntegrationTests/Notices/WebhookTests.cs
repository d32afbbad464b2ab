using System.Globalization;
using TechBroker.Composition;
using TechBroker.Domain.Notices;
using TechBroker.IntegrationTests.Engagements;
using TechBroker.Storage.Notices;
using TechBroker.Workers.Notices;

namespace TechBroker.IntegrationTests.Notices;

internal sealed class WebhookTests : NoticeFixture
{
    private static readonly string[] Kinds = ["engagement.log", "engagement.interest", "engagement.introduce", "engagement.freeze"];

    private Receiver receiver = null!;

    [SetUp]
    public async Task ReceiveAsync()
    {
        receiver = await Receiver.StartAsync();
        await RunAsync("DELETE FROM Webhook");
    }

    [TearDown]
    public async Task StopReceivingAsync() => await receiver.DisposeAsync();

    [Test]
    public async Task Webhook_OfAnOrganisation_HearsWhatItMayAndEveryCallIsSigned()
    {
        var (own, secret) = await AddAsync(Provider);
        await AddAsync(Seeker);
        var (centre, _) = await AddAsync(Organiser);
        var path = await MutualAsync(await NeedAsync("private"));
        await SendAllAsync();

        Assert.That(CallsTo("/" + Provider.Id), Is.Empty, "a private need does not exist for the listing's side");
        Assert.That(CallsTo("/" + Seeker.Id), Has.Length.EqualTo(3));
        Assert.That(CallsTo("/" + Organiser.Id), Has.Length.EqualTo(3));

        (await Manager.PostAsync($"{path}/introduce")).Succeeds();
        await SendAllAsync();
        var call = CallsTo("/" + Provider.Id).Single();
        Assert.That(call.Headers["webhook-signature"], Is.EqualTo(WebhookSignature.Of(
            secret, call.Headers["webhook-id"], DateTimeOffset.FromUnixTimeSeconds(long.Parse(call.Headers["webhook-timestamp"], CultureInfo.InvariantCulture)), call.Body)));
        Assert.That(System.Text.Json.JsonElement.Parse(call.Body).GetProperty("data").EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "engagementId", "revision", "action" }));
        Assert.That(string.Join('\n', receiver.Calls.Select(c => c.Body)), Does.Not.Contain(Secret).And.Not.Contain("磁体"));
        Assert.That(await FirstAsync<string>("SELECT Secret FROM Webhook WHERE Id = @own", new { own }), Does.Not.Contain(secret[6..]));
        Assert.That((await Provider.GetAsync(Webhooks)).Ids, Is.EqualTo(new[] { own }));
        Assert.That((await Organiser.GetAsync(Webhooks)).Ids, Does.Contain(centre).And.Contain(own));
        Assert.That((await Provider.GetAsync(Webhooks)).Text, Does.Not.Contain("whsec_"));
    }

    [Test]
    public async Task Webhook_FailingThenWell_GetsItOnceWithTheSameId()
    {
        var (id, _) = await AddAsync(Seeker);
        receiver.Status = 500;
        await LogAsync();
        await SendAllAsync();
        receiver.Status = 204;
        Clock.Advance(TimeSpan.FromSeconds(6));
        await SendAllAsync();
        await SendAllAsync();

        Assert.That(receiver.Calls.Select(c => c.Headers["webhook-id"]).ToArray(), Has.Length.EqualTo(2).And.All.EqualTo(receiver.Calls.First().Headers["webhook-id"]));
        var listed = (await Seeker.GetAsync($"{Webhooks}/{id}/deliveries")).Succeeds();
        Assert.That((listed.Items.Single().GetProperty("state").GetString(), listed.Items.Single().GetProperty("attempts").GetInt32()), Is.EqualTo(("done", 2)));
        (await Provider.GetAsync($"{Webhooks}/{id}/deliveries")).IsProblem(404, "webhook-not-found");

        (await Seeker.PostAsync($"{Webhooks}/{id}/deliveries/{listed.Ids[0]}/redeliver")).Succeeds();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAllAsync();
        Assert.That(receiver.Calls, Has.Count.EqualTo(3));
    }

    [TestCase(410, 1)]
    [TestCase(500, 10)]
    [TestCase(302, 10)]
    public async Task Webhook_GoneOrFailingForDays_IsDisabledAndItsMakerTold(int status, int calls)
    {
        var (id, _) = await AddAsync(Seeker);
        receiver.Status = status;
        await LogAsync();
        for (var i = 0; i < 12; i++)
        {
            await SendAllAsync();
            Clock.Advance(TimeSpan.FromHours(27));
        }

        Assert.That(receiver.Calls, Has.Count.EqualTo(calls));
        Assert.That(receiver.Calls.Select(c => c.Path), Has.None.EqualTo("/elsewhere"), "redirects are not followed");
        Assert.That(await FirstAsync<string>("SELECT DisabledFor FROM Webhook WHERE Id = @id", new { id }), Is.EqualTo(status == 410 ? "gone" : "failing"));
        Assert.That(await KindsOfAsync(Seeker), Does.Contain("webhook.disabled"));
    }

    [TestCase("http://127.0.0.1:PORT/", "")]
    [TestCase("http://localhost:PORT/", "")]
    [TestCase("http://[::ffff:127.0.0.1]:PORT/", "")]
    [TestCase("http://0.0.0.0:PORT/", "")]
    [TestCase("http://2130706433:PORT/", "")]
    [TestCase("http://127.0.0.1:PORT/", "127.0.0.2/32")]
    public async Task Call_OfAnAddressInside_IsRefusedBeforeAnyByte(string url, string allowed)
    {
        using var http = new PublicOnlyHttp(new WebhookOptions { AllowHttp = true, AllowedNetworks = allowed });
        var outcome = await http.PostAsync(url.Replace("PORT", new Uri(receiver.Address).Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), "{}", [], readAnswer: true, CancellationToken.None);
        Assert.That(outcome.Fault, Is.EqualTo(PublicOnlyHttp.Refused));
        Assert.That(receiver.Calls, Is.Empty);
    }

    [Test]
    public async Task Post_FaultyOrForeign_IsRefused()
    {
        (await Provider.PostAsync(Webhooks, new { url = "https://user:pass@example.org/", kinds = Kinds })).Breaks("url");
        (await Provider.PostAsync(Webhooks, new { url = "", kinds = new[] { "nothing" } })).Breaks("url", "kinds");
        (await Provider.PostAsync(Webhooks, new { url = "https://example.org/", kinds = Kinds, organisationId = Enterprise })).IsProblem(403, "not-allowed");
        (await Manager.PostAsync(Webhooks, new { url = "https://example.org/", kinds = Kinds })).IsProblem(403, "not-allowed");
    }

    protected override void Configure(Settings settings)
    {
        (settings.Webhooks.Enabled, settings.Webhooks.AllowHttp, settings.Webhooks.AllowedNetworks) = (true, true, "127.0.0.1/32");
    }

    private async Task<(Guid Id, string Secret)> AddAsync(Actor actor)
    {
        var made = (await actor.PostAsync(Webhooks, new { url = $"{receiver.Address}/{actor.Id}", kinds = Kinds })).Succeeds(201);
        return (made.Id, made.Json.GetProperty("secret").GetString()!);
    }

    private Receiver.Received[] CallsTo(string path) => [.. receiver.Calls.Where(c => c.Path == path)];

    private async Task SendAllAsync()
    {
        await Server.DrainAsync();
        var sender = NewWebhookSender();
        while (await sender.StepAsync(CancellationToken.None))
        {
        }
    }
}
