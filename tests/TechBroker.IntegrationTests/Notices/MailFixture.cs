using TechBroker.Composition;
using TechBroker.IntegrationTests.Engagements;

namespace TechBroker.IntegrationTests.Notices;

/// <summary>A server that mails to a real mail server.</summary>
internal abstract class MailFixture : NoticeFixture
{
    [OneTimeTearDown]
    public async Task StopMailAsync() => await Smtp.DisposeAsync();

    [SetUp]
    public void ForgetMails() => Smtp.Forget();

    protected const string Sender = "noreply@market.example.org";

#pragma warning disable NUnit1032 // Made where the settings of the one server are, ended with the fixture.
    protected MailServer Smtp { get; private set; } = null!;
#pragma warning restore NUnit1032

    protected override void Configure(Settings settings)
    {
        Smtp = MailServer.StartAsync().GetAwaiter().GetResult();
        (settings.Mail.Host, settings.Mail.Port, settings.Mail.Security, settings.Mail.From, settings.Mail.TimeoutSeconds) =
            ("127.0.0.1", Smtp.Port, "none", $"TechBroker <{Sender}>", 3);
        settings.Auth.PublicAddress = "https://market.example.org/";
    }

    protected static async Task SettingsOfAsync(Actor actor, object body) => (await actor.PutAsync(NoticeFixture.Settings, body)).Succeeds();

    protected async Task SendAllAsync()
    {
        await Server.DrainAsync();
        var sender = NewMailSender();
        while (await sender.StepAsync(CancellationToken.None))
        {
        }
    }

    /// <summary>The mails that have come since the last time.</summary>
    protected async Task<IReadOnlyList<MailServer.Mail>> NewMailsAsync()
    {
        await SendAllAsync();
        var mails = Smtp.Mails;
        Smtp.Forget();
        return mails;
    }
}
