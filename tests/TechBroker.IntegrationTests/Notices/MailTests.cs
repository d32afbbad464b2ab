using TechBroker.Storage.Notices;
using TechBroker.Workers.Notices;

namespace TechBroker.IntegrationTests.Notices;

/// <summary>Mails to a real mail server that accepts, postpones, refuses, hangs and is down.</summary>
internal sealed class MailTests : MailFixture
{
    [Test]
    public async Task Engagement_OfAHiddenNeed_IsMailedOnceToEachAndQuotesNothing()
    {
        var path = await LogAsync();
        (await Seeker.PostAsync($"{path}/decline", new { reason = "price", note = $"我们其实要做{Secret}" })).Succeeds();
        await SendAllAsync();

        Assert.That(Smtp.Mails.Select(m => m.To), Is.EquivalentTo(new[] { Provider.Person.Email, Provider.Person.Email, Seeker.Person.Email, Manager.Person.Email }));
        Assert.Multiple(() =>
        {
            foreach (var mail in Smtp.Mails)
            {
                Assert.That(mail.Raw + mail.Text, Does.Not.Contain(Secret).And.Not.Contain("某企业寻求磁体合作"));
                Assert.That(mail.Text, Does.Contain("低温超导磁体").And.Contain($"https://market.example.org{path.Replace("/api/v1", "", StringComparison.Ordinal)}"));
                Assert.That(mail.Head, Does.Contain("Auto-Submitted: auto-generated").And.Match("Message-ID: <[0-9a-f]{32}@market.example.org>").IgnoreCase);
            }
        });
        Assert.That(Smtp.Mails.Select(m => m.MessageId).Distinct().Count(), Is.EqualTo(4));
        await SendAllAsync();
        Assert.That(Smtp.Mails, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Mail_Postponed_IsSentLaterWithTheSameId()
    {
        Smtp.Mode = "greylist";
        await OneMailAsync();
        await SendAllAsync();
        Assert.That(await StateAsync(), Is.EqualTo(("waiting", "smtp-451", 1L)));
        await SendAllAsync();
        Assert.That(Smtp.Tries, Is.EqualTo(1), "not before its time");

        Smtp.Mode = "accept";
        Clock.Advance(TimeSpan.FromMinutes(2));
        await SendAllAsync();
        Assert.That(Smtp.Mails, Has.Count.EqualTo(1));
        Assert.That(await StateAsync(), Is.EqualTo(("done", (string?)null, 2L)));
    }

    [Test]
    public async Task Mail_Refused_FailsAtOnceAndIsSentAgainOnDemand()
    {
        Smtp.Mode = "reject";
        await OneMailAsync();
        await SendAllAsync();
        Assert.That(await StateAsync(), Is.EqualTo(("failed", "smtp-550", 1L)));
        var failed = (await GetAsync($"{Deliveries}?state=failed")).Succeeds();
        Assert.That(failed.Items[0].GetProperty("lastFault").GetString(), Is.EqualTo("smtp-550"));

        Smtp.Mode = "accept";
        (await PostAsync($"{Deliveries}/{failed.Ids[0]}/redeliver", null)).Succeeds();
        await SendAllAsync();
        Assert.That(Smtp.Mails, Has.Count.EqualTo(1));
        (await PostAsync($"{Deliveries}/{Guid.NewGuid()}/redeliver", null)).IsProblem(404, "delivery-not-found");
    }

    [Test]
    public async Task MailServer_DownForDays_IsGivenUpOnlyAfterTenAttempts()
    {
        Smtp.Down();
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
            await Smtp.UpAsync();
        }
    }

    [Test]
    public async Task MailServer_DownThenUp_GetsTheMail()
    {
        Smtp.Down();
        await OneMailAsync();
        await SendAllAsync();
        await Smtp.UpAsync();
        Clock.Advance(TimeSpan.FromMinutes(2));
        await SendAllAsync();
        Assert.That(Smtp.Mails, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task MailServer_Hanging_IsLeftAfterItsTimeAndHoldsNothingUp()
    {
        Smtp.Mode = "hang";
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
        Assert.That(Smtp.Mails, Has.Count.EqualTo(1), "it is still in the dead worker's hands");
        Clock.Advance(TimeSpan.FromSeconds(91));
        await SendAllAsync();
        await SendAllAsync();

        Assert.That(Smtp.Mails, Has.Count.EqualTo(2));
        Assert.That(Smtp.Mails.Select(m => m.MessageId).Distinct().Count(), Is.EqualTo(1));
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
        Assert.That(Smtp.Mails, Is.Empty);

        Clock.Advance(TimeSpan.FromDays(1));
        await SendAllAsync();
        Assert.That(Smtp.Mails.Select(m => m.To), Is.EqualTo(new[] { Provider.Person.Email }));
        Assert.That(Smtp.Mails[0].Text, Does.Contain("There is a new engagement").And.Contain("is interested").And.Contain("notice settings"));
    }

    [TestCase("a@example.com\r\nBcc: b@example.com")]
    [TestCase("a@example.com, b@example.com")]
    [TestCase("a@example.com> RCPT TO:<b@example.com")]
    public async Task Mail_ToAnAddressThatIsMore_IsNeverSent(string address)
    {
        await OneMailAsync();
        await RunAsync("UPDATE Account SET Email = @email WHERE Id = @Id", new { email = $"{Guid.NewGuid():N}{address}", Provider.Id });
        await SendAllAsync();
        Assert.That(await StateAsync(), Is.EqualTo(("failed", "address", 1L)));
        Assert.That(Smtp.Tries, Is.Zero);
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
        Assert.That(Smtp.Mails, Is.Empty);
        Assert.That((await StateAsync()).State, Is.EqualTo("dropped"));
    }

    private async Task OneMailAsync()
    {
        await SettingsOfAsync(Seeker, new { language = "zh", mail = "none" });
        await LogAsync();
    }

    private async Task<(string State, string? Fault, long Attempts)> StateAsync()
    {
        await Server.DrainAsync();
        var delivery = (await Server.Database.ReadAsync(s => DeliveryStore.PageAsync(s, null, null, null, null, 1), CancellationToken.None))[0];
        return (delivery.State, delivery.LastFault, delivery.Attempts);
    }
}
