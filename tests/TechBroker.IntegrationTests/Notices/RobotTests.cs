using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TechBroker.Composition;
using TechBroker.Workers.Notices;

namespace TechBroker.IntegrationTests.Notices;

/// <summary>Robots that check what they are sent as the real ones do, as far as that is documented.</summary>
internal sealed class RobotTests : NoticeFixture
{
#pragma warning disable NUnit1032 // Made where the settings of the one server are, ended with the fixture.
    private Receiver receiver = null!;
#pragma warning restore NUnit1032

    [OneTimeTearDown]
    public async Task StopReceivingAsync() => await receiver.DisposeAsync();

    [SetUp]
    public async Task ForgetCallsAsync()
    {
        receiver.Calls.Clear();
        receiver.Answer = "{\"errcode\":0,\"code\":0}";
        await RunAsync("DELETE FROM RobotPost");
    }

    [Test]
    public async Task Engagement_OfAHiddenNeed_IsCountedSignedAndNeverQuoted()
    {
        var path = await LogAsync(needId: await NeedAsync("private"));
        await SpeakAsync();

        var calls = receiver.Calls.ToDictionary(c => c.Path);
        Assert.That(calls.Keys, Is.EquivalentTo(new[] { "/ding", "/feishu", "/wecom" }));
        var ding = calls["/ding"];
        var signed = HMACSHA256.HashData("SECding"u8, Encoding.UTF8.GetBytes(ding.Query["timestamp"] + "\nSECding"));
        Assert.That(ding.Query["sign"], Is.EqualTo(Convert.ToBase64String(signed)));
        Assert.That(ding.Query["access_token"], Is.EqualTo("k"));
        var feishu = JsonElement.Parse(calls["/feishu"].Body);
        Assert.That(feishu.GetProperty("sign").GetString(), Is.EqualTo(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(feishu.GetProperty("timestamp").GetString() + "\nfs"), ReadOnlySpan<byte>.Empty))));
        Assert.That(feishu.GetProperty("content").GetProperty("text").GetString(), Does.Contain("1 条新对接").And.EndWith(path.Replace("/api/v1", "", StringComparison.Ordinal)));
        Assert.That(JsonElement.Parse(calls["/wecom"].Body).GetProperty("text").GetProperty("content").GetString(), Does.StartWith("TechBroker：1 条新对接"));
        Assert.That(string.Join('\n', receiver.Calls.Select(c => c.Body)), Does.Not.Contain(Secret).And.Not.Contain("磁体"));
    }

    [Test]
    public async Task Robot_WithMoreThanItsLimit_SpeaksTwentyTimesAMinuteAndMergesTheRest()
    {
        for (var i = 0; i < 30; i++)
        {
            await OneAsync();
            await SpeakAsync();
        }

        Assert.That(receiver.Calls.Count(c => c.Path == "/ding"), Is.EqualTo(20));
        Assert.That(receiver.Calls.Count(c => c.Path == "/feishu"), Is.EqualTo(5), "five a second");

        Clock.Advance(TimeSpan.FromSeconds(61));
        await SpeakAsync();
        Assert.That(JsonElement.Parse(receiver.Calls.Last(c => c.Path == "/ding").Body).GetProperty("text").GetProperty("content").GetString(), Does.Contain("10 条对接终止"));
        Assert.That(await FirstAsync<int>("SELECT COUNT(*) FROM Delivery WHERE State = 'waiting'"), Is.Zero);
    }

    [Test]
    public async Task Robot_ThatAnswersWithAnError_IsSpokenToAgainLater()
    {
        receiver.Answer = "{\"errcode\":130101,\"errmsg\":\"send too fast\"}";
        await OneAsync();
        await SpeakAsync();
        Assert.That(await ListAsync<string>("SELECT DISTINCT LastFault FROM Delivery WHERE State = 'waiting'"), Is.EqualTo(new[] { "robot-130101" }));
        Clock.Advance(TimeSpan.FromSeconds(30));
        await SpeakAsync();
        Assert.That(receiver.Calls, Has.Count.EqualTo(3), "it asked for patience");

        receiver.Answer = "{\"errcode\":0}";
        Clock.Advance(TimeSpan.FromSeconds(40));
        await SpeakAsync();
        Assert.That(await FirstAsync<int>("SELECT COUNT(*) FROM Delivery WHERE State = 'waiting'"), Is.Zero);
    }

    protected override void Configure(Settings settings)
    {
        receiver = Receiver.StartAsync().GetAwaiter().GetResult();
        (settings.Webhooks.AllowHttp, settings.Webhooks.AllowedNetworks, settings.Auth.PublicAddress) = (true, "127.0.0.1/32", "https://market.example.org");
        settings.Robots.Add(new RobotOptions { Name = "ding", Kind = "dingTalk", Url = $"{receiver.Address}/ding?access_token=k", Secret = "SECding" });
        settings.Robots.Add(new RobotOptions { Name = "feishu", Kind = "feishu", Url = $"{receiver.Address}/feishu", Secret = "fs" });
        settings.Robots.Add(new RobotOptions { Name = "wecom", Kind = "weCom", Url = $"{receiver.Address}/wecom" });
    }

    private Task OneAsync() => Server.Database.WriteAsync(
        async s =>
        {
            foreach (var robot in Options.Robots)
            {
                await TechBroker.Storage.Notices.DeliveryStore.InsertAsync(s, new TechBroker.Storage.Notices.Delivery
                {
                    Id = Guid.NewGuid(),
                    Channel = "robot",
                    RobotName = robot.Name,
                    Kind = "engagement.close",
                    EngagementId = Guid.NewGuid(),
                    NextAttemptAt = Clock.GetUtcNow(),
                    CreatedAt = Clock.GetUtcNow(),
                });
            }
        },
        CancellationToken.None);

    private async Task SpeakAsync()
    {
        await Server.DrainAsync();
        var sender = NewRobotSender();
        while (await sender.StepAsync(CancellationToken.None))
        {
        }
    }
}
