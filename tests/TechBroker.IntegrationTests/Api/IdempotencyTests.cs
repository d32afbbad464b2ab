using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Api;

internal sealed class IdempotencyTests : OnOneServer
{
    [Test]
    public async Task Post_SameKeyAndBodyAgain_AnswersTheSameBytesAndStoresOnce()
    {
        var first = (await PostAsync(Listings, new { title = "一次", publish = true }, Key("again"))).Succeeds(201);
        var second = (await PostAsync(Listings, new { title = "一次", publish = true }, Key("again"))).Succeeds(201);

        Assert.Multiple(() =>
        {
            Assert.That(second.Text, Is.EqualTo(first.Text));
            Assert.That((second.ETag, second.Headers["Location"]), Is.EqualTo((first.ETag, first.Headers["Location"])));
            Assert.That(second.Headers["Idempotency-Replayed"], Is.EqualTo("true"));
            Assert.That(first.Headers, Does.Not.ContainKey("Idempotency-Replayed"));
        });
        Assert.That(await CountAsync("一次"), Is.EqualTo(1));
    }

    [Test]
    public async Task Post_ThirtyTwoAtOnceWithOneKey_StoreOnce()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => PostAsync(Listings, new { title = "并发" }, Key("parallel"))));

        Assert.Multiple(() =>
        {
            Assert.That(replies.Select(r => r.Status), Is.All.EqualTo(201));
            Assert.That(replies.Select(r => r.Text).Distinct().Count(), Is.EqualTo(1));
        });
        Assert.That(await CountAsync("并发"), Is.EqualTo(1));
    }

    [Test]
    public async Task Post_SameKeyOtherBody_IsRefused()
    {
        (await PostAsync(Listings, new { title = "甲" }, Key("other"))).Succeeds(201);

        (await PostAsync(Listings, new { title = "乙" }, Key("other"))).IsProblem(422, "idempotency-key-reused");
        Assert.That(await CountAsync("乙"), Is.Zero);
    }

    [Test]
    public async Task Post_SameKeyElsewhere_IsAnotherRequest()
    {
        var listing = (await PostAsync(Listings, new { title = "同键" }, Key("elsewhere"))).Succeeds(201);
        var need = (await PostAsync(Needs, new { title = "同键" }, Key("elsewhere"))).Succeeds(201);

        Assert.That(need.Id, Is.Not.EqualTo(listing.Id));
    }

    [TestCase("")]
    [TestCase("tab\there")]
    public async Task Post_BadKey_IsRefused(string key) => (await PostAsync(Listings, new { title = "坏键" }, Key(key))).IsProblem(400, "validation");

    [Test]
    public async Task Post_KeyOfTwoHundred_IsTheLongest()
    {
        (await PostAsync(Listings, new { title = "长键" }, Key(new string('k', 200)))).Succeeds(201);
        (await PostAsync(Listings, new { title = "长键" }, Key(new string('k', 201)))).Breaks("Idempotency-Key");
    }

    [Test]
    public async Task Post_RefusedOnce_MaySucceedLaterWithTheSameKey()
    {
        (await PostAsync(Needs, new { title = "" }, Key("refused"))).Breaks("title");
        (await PostAsync(Needs, new { title = "过期", deadline = "2020-01-01", publish = true }, Key("refused"))).IsProblem(422, "deadline-passed");

        (await PostAsync(Needs, new { title = "现在可以" }, Key("refused"))).Succeeds(201);
    }

    [Test]
    public async Task Step_SameKeyAgain_HappensOnce()
    {
        var path = $"{Listings}/{(await PostAsync(Listings, new { title = "发布一次" })).Id}/publish";

        var first = (await PostAsync(path, null, Key("step"))).Succeeds();
        var second = (await PostAsync(path, null, Key("step"))).Succeeds();

        Assert.That((second.Text, second.ETag), Is.EqualTo((first.Text, "\"2\"")));
    }

    [Test]
    public async Task Put_SameKeyAgain_AnswersTheSameThoughTheRevisionMovedOn()
    {
        var path = $"{Listings}/{(await PostAsync(Listings, new { title = "原文" })).Id}";

        var first = (await PutAsync(path, new { title = "改后" }, Key("put"), ("If-Match", "\"1\""))).Succeeds();
        var second = (await PutAsync(path, new { title = "改后" }, Key("put"), ("If-Match", "\"1\""))).Succeeds();

        Assert.That(second.Text, Is.EqualTo(first.Text));
    }

    [Test]
    public async Task Key_AfterARestart_IsStillKnown()
    {
        var folder = Directory.CreateTempSubdirectory("techbroker-test-");
        Reply first, second;
        (string, string) sender;
        await using (var before = await TestServer.StartAsync(dataDirectory: folder.FullName))
        {
            first = (await before.SendAsync(HttpMethod.Post, Listings, new { title = "重启" }, Key("restart"))).Succeeds(201);
            sender = ("Authorization", $"Bearer {before.Admin.Token}");
        }

        await using (var after = await TestServer.StartAsync(dataDirectory: folder.FullName))
        {
            second = (await after.SendAsync(HttpMethod.Post, Listings, new { title = "重启" }, Key("restart"), sender)).Succeeds(201);
            Assert.That(await after.AllIdsAsync(Listings, 50), Is.EqualTo(new[] { first.Id }));
        }

        Assert.That(second.Text, Is.EqualTo(first.Text));
        folder.Delete(recursive: true);
    }

    [Test]
    public async Task Key_OfSomebodyElse_IsAnotherKey()
    {
        var other = await Server.AddPersonAsync(null, Domain.People.Role.Provider);
        var first = (await PostAsync(Listings, new { title = "甲的" }, Key("shared"))).Succeeds(201);
        var second = (await PostAsync(Listings, new { title = "甲的" }, Key("shared"), ("Authorization", $"Bearer {other.Token}"))).Succeeds(201);

        Assert.That(second.Id, Is.Not.EqualTo(first.Id));
        Assert.That(second.Headers, Does.Not.ContainKey("Idempotency-Replayed"));
    }

    private static (string Name, string Value) Key(string key) => ("Idempotency-Key", key);

    private async Task<int> CountAsync(string title) =>
        (await GetAsync($"{Listings}?limit=200")).Items.Count(i => i.GetProperty("title").GetString() == title);
}
