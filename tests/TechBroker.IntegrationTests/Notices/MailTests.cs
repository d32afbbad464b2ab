using TechBroker.Composition;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Engagements;
using TechBroker.Storage.Notices;
using TechBroker.Workers.Notices;

namespace TechBroker.IntegrationTests.Notices;

/// <summary>Mails to a real mail server that accepts, postpones, refuses, hangs and is down.</summary>
internal sealed class MailTests : NoticeFixture
{
#pragma warning disable NUnit1032 // Made where the settings of the one server are, ended with the fixture.
    private MailServer smtp = null!;
#pragma warning restore NUnit1032

    [OneTimeTearDown]
    public async Task StopMailAsync() => await smtp.DisposeAsync();

    [SetUp]
    public void ForgetMails() => smtp.Forget();

    [Test]
    public async Task Engagement_OfAHiddenNeed_IsMailedOnceToEachAndQuotesNothing()
    {
        var path = await LogAsync();
        (await Seeker.PostAsync($"{path}/decline", new { reason = "price", note = $"我们其实要做{Secret}" })).Succeeds();
        await SendAllAsync();

        Assert.That(smtp.Mails.Select(m => m.To), Is.EquivalentTo(new[] { Provider.Person.Email, Provider.Person.Email, Seeker.Person.Email, Manager.Person.Email }));
        Assert.Multiple(() =>
        {
            foreach (var mail in smtp.Mails)
            {
                Assert.That(mail.Raw + mail.Text, Does.Not.Contain(Secret).And.Not.Contain("某企业寻求磁体合作"));
                Assert.That(mail.Text, Does.Contain("低温超导磁体").And.Contain($"https://market.example.org{path.Replace("/api/v1", "", StringComparison.Ordinal)}"));
                Assert.That(mail.Head, Does.Contain("Auto-Submitted: auto-generated").And.Match("Message-ID: <[0-9a-f]{32}@market.example.org>").IgnoreCase);
            }
        });
        Assert.That(smtp.Mails.Select(m => m.MessageId).Distinct().Count(), Is.EqualTo(4));
        await SendAllAsync();
        Assert.That(smtp.Mails, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Mail_Postponed_IsSentLaterWithTheSameId()
    {
        smtp.Mode = "greylist";
        await OneMailAsync();
        await SendAllAsync();
        Assert.That(await StateAsync(), Is.EqualTo(("waiting", "smtp-451", 1L)));
        await SendAllAsync();
        Assert.That(smtp.Tries, Is.EqualTo(1), "not before its time");

        smtp.Mode = "accept";
        Clock.Advance(TimeSpan.FromMinutes(2));
        await SendAllAsync();
        Assert.That(smtp.Mails, Has.Count.EqualTo(1));
        Assert.That(await StateAsync(), Is.EqualTo(("done", (string?)null, 2L)));
    }

    [Test]
    public async Task Mail_Refused_FailsAtOnceAndIsSentAgainOnDemand()
    {
        smtp.Mode = "reject";
        await OneMailAsync();
        await SendAllAsync();
        Assert.That(await StateAsync(), Is.EqualTo(("failed", "smtp-550", 1L)));
        var failed = (await GetAsync($"{Deliveries}?state=failed")).Succeeds();
        Assert.That(failed.Items[0].GetProperty("lastFault").GetString(), Is.EqualTo("smtp-550"));

        smtp.Mode = "accept";
        (await PostAsync($"{Deliveries}/{failed.Ids[0]}/redeliver", null)).Succeeds();
        await SendAllAsync();
        Assert.That(smtp.Mails, Has.Count.EqualTo(1));
        (await PostAsync($"{Deliveries}/{Guid.NewGuid()}/redeliver", null)).IsProblem(404, "delivery-not-found");
    }

    [Test]
    public async Task MailServer_DownForDays_IsGivenUpOnlyAfterTenAttempts()
    {
        smtp.Down();
        try
        {
            await OneMailAsync();
            for (var i = 0; i < 20 && (await StateAsync()).State == "waiting"; i++)
            {
                await SendAllAsync();
                Clock.Advance(TimeSpan.FromHours(27));
            }

            Assert.That(await StateAsync(), Is.EqualTo(("failed", "smtp-unreachable", 10L)));
        }
        finally
        {
            await smtp.UpAsync();
        }
    }

    [Test]
    public async Task MailServer_DownThenUp_GetsTheMail()
    {
        smtp.Down();
        await OneMailAsync();
        await SendAllAsync();
        await smtp.UpAsync();
        Clock.Advance(TimeSpan.FromMinutes(2));
        await SendAllAsync();
        Assert.That(smtp.Mails, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task MailServer_Hanging_IsLeftAfterItsTimeAndHoldsNothingUp()
    {
        smtp.Mode = "hang";
        await OneMailAsync();
        var sending = SendAllAsync();
        await LogAsync();
        Assert.That(await KindsOfAsync(Provider), Has.Length.EqualTo(2), "the bus goes on");
        await sending;
        Assert.That((await StateAsync()).Fault, Is.EqualTo("timeout"));
    }

    [Test]
    public async Task Worker_KilledBetweenSendingAndMarking_SendsASecondCopyUnderTheSameId()
    {
        await OneMailAsync();
        await Server.DrainAsync();
        var leased = (await Server.Database.WriteAsync(s => DeliveryStore.LeaseAsync(s, Delivery.Mail, null, Clock.GetUtcNow(), Clock.GetUtcNow().AddSeconds(90), 10), CancellationToken.None)).Single();
        var mail = await Server.Database.ReadAsync(s => NoticeMail.ReadAsync(s, leased, Options), CancellationToken.None);
        Assert.That(await NewMailSender().TryAsync(leased, mail!, CancellationToken.None), Is.Null);

        await SendAllAsync();
        Assert.That(smtp.Mails, Has.Count.EqualTo(1), "it is still in the dead worker's hands");
        Clock.Advance(TimeSpan.FromSeconds(91));
        await SendAllAsync();
        await SendAllAsync();

        Assert.That(smtp.Mails, Has.Count.EqualTo(2));
        Assert.That(smtp.Mails.Select(m => m.MessageId).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await Server.Database.WriteAsync(s => DeliveryStore.SettleAsync(s, leased, Delivery.Failed, "late", null, Clock.GetUtcNow()), CancellationToken.None), Is.False, "the dead one comes too late");
    }

    [Test]
    public async Task DailyMail_OfSeveralNotices_IsOneInTheReadersLanguage()
    {
        await SettingsOfAsync(Provider, new { language = "en", mail = "daily" });
        await SettingsOfAsync(Seeker, new { language = "zh", mail = "none" });
        await SettingsOfAsync(Manager, new { language = "zh", mail = "each", mailKinds = new[] { "engagement.decline" } });
        var path = await LogAsync();
        (await Seeker.PostAsync($"{path}/interest")).Succeeds();
        await SendAllAsync();
        Assert.That(smtp.Mails, Is.Empty);

        Clock.Advance(TimeSpan.FromDays(1));
        await SendAllAsync();
        Assert.That(smtp.Mails.Select(m => m.To), Is.EqualTo(new[] { Provider.Person.Email }));
        Assert.That(smtp.Mails[0].Text, Does.Contain("There is a new engagement").And.Contain("is interested").And.Contain("notice settings"));
    }

    [Test]
    public async Task Mail_OfWhatIsHiddenMeanwhile_IsDropped()
    {
        var need = await NeedAsync();
        await SettingsOfAsync(Seeker, new { language = "zh", mail = "none" });
        await LogAsync(needId: need);
        await KindsOfAsync(Provider);
        await RunAsync("UPDATE Need SET Visibility = 'private' WHERE Id = @need", new { need });
        await SendAllAsync();
        Assert.That(smtp.Mails, Is.Empty);
        Assert.That((await StateAsync()).State, Is.EqualTo("dropped"));
    }

    protected override void Configure(Settings settings)
    {
        smtp = MailServer.StartAsync().GetAwaiter().GetResult();
        (settings.Mail.Host, settings.Mail.Port, settings.Mail.Security, settings.Mail.From, settings.Mail.TimeoutSeconds) =
            ("127.0.0.1", smtp.Port, "none", "TechBroker <noreply@market.example.org>", 3);
        settings.Auth.PublicAddress = "https://market.example.org/";
    }

    private async Task OneMailAsync()
    {
        await SettingsOfAsync(Seeker, new { language = "zh", mail = "none" });
        await LogAsync();
    }

    private async Task SettingsOfAsync(Actor actor, object body) =>
        (await Server.SendAsync(HttpMethod.Put, NoticeFixture.Settings, body, ("Authorization", $"Bearer {actor.Person.Token}"))).Succeeds();

    private async Task SendAllAsync()
    {
        await Server.DrainAsync();
        var sender = NewMailSender();
        while (await sender.StepAsync(CancellationToken.None))
        {
        }
    }

    private async Task<(string State, string? Fault, long Attempts)> StateAsync()
    {
        await Server.DrainAsync();
        var delivery = (await Server.Database.ReadAsync(s => DeliveryStore.PageAsync(s, null, null, null, null, 1), CancellationToken.None))[0];
        return (delivery.State, delivery.LastFault, delivery.Attempts);
    }
}
