using System.Net;
using TechBroker.Api.Http;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Imports.Support;
using TechBroker.IntegrationTests.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Safety;

/// <summary>How much one address, one account and one kind of request may ask for.</summary>
internal sealed class LimitTests
{
    [Test]
    public async Task Account_BeyondItsLimit_IsRefusedAloneAndWithEveryToken()
    {
        await using var server = await TestServer.StartAsync(s => (s.Api.AccountRequestsPerSecond, s.Workers.Enabled) = (1, false));
        using var other = (await server.AddPersonAsync(null, Role.Manager)).Client(server.Address);

        var refused = await Limits.ExhaustAsync(() => server.SendAsync(HttpMethod.Get, "/api/v1/me"));

        Assert.That(int.Parse(refused.Headers["Retry-After"], null), Is.InRange(1, 5));
        Assert.That((int)(await other.GetAsync("/api/v1/me")).StatusCode, Is.EqualTo(200));
        Assert.That((int)(await server.Anonymous.GetAsync(Listings)).StatusCode, Is.EqualTo(200));
        (await server.SendAsync(HttpMethod.Get, "/health/live")).Succeeds();
    }

    [Test]
    public async Task Visitors_BeyondTheirLimit_AreRefusedAndWhoSignedInIsNot()
    {
        await using var server = await TestServer.StartAsync(s => (s.Api.AnonymousRequestsPerSecond, s.Workers.Enabled) = (1, false));

        await Limits.ExhaustAsync(async () => await Reply.OfAsync(await server.Anonymous.GetAsync(Listings)));

        (await server.SendAsync(HttpMethod.Get, "/api/v1/me")).Succeeds();
        Assert.That((int)(await server.Anonymous.GetAsync("/health/ready")).StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task Address_BeyondItsLimit_IsRefusedBeforeItsTokenIsLookedAt()
    {
        await using var server = await TestServer.StartAsync(s => (s.Api.RequestsPerSecond, s.Workers.Enabled) = (1, false));

        var refused = await Limits.ExhaustAsync(() => server.SendAsync(HttpMethod.Get, Listings, null, ("Authorization", "Bearer nobody")), accepted: 401);

        SecurityHeaderTests.IsGuarded(refused, isApi: true);
    }

    [Test]
    public async Task SignIn_BeyondItsLimit_IsRefusedWhileTheRestGoesOn()
    {
        await using var server = await TestServer.StartAsync(s => (s.Api.SignInRequestsPerSecond, s.Workers.Enabled) = (1, false));

        await Limits.ExhaustAsync(() => server.SendAsync(HttpMethod.Post, "/api/v1/auth/refresh", new { }), accepted: 400);

        (await server.SendAsync(HttpMethod.Get, Listings)).Succeeds();
    }

    [Test]
    public async Task Stream_BeyondTheAccountsPlaces_IsRefusedUntilOneEnds()
    {
        await using var server = await TestServer.StartAsync(s => (s.Api.StreamsPerAccount, s.Workers.Enabled) = (2, false));
        var first = await EventReader.OpenAsync(server);
        using var second = await EventReader.OpenAsync(server);

        var refused = (await server.SendAsync(HttpMethod.Get, "/api/v1/stream")).IsProblem(429, "too-many-at-once");
        Assert.That(refused.Headers["Retry-After"], Is.EqualTo("5"));
        using var other = await EventReader.OpenAsync(server, reader: await server.AddPersonAsync(null, Role.Manager));

        first.Dispose();
        await Eventually.BecomesAsync(async () => await StatusAsync(server) == HttpStatusCode.OK, "the place to be free");
    }

    [Test]
    public async Task Stream_BeyondAllPlaces_IsRefusedForAnybody()
    {
        await using var server = await TestServer.StartAsync(s => (s.Api.Streams, s.Workers.Enabled) = (1, false));
        using var only = await EventReader.OpenAsync(server, reader: await server.AddPersonAsync(null, Role.Manager));

        (await server.SendAsync(HttpMethod.Get, "/api/v1/stream")).IsProblem(429, "too-many-at-once");
    }

    [Test]
    public async Task Upload_WhileTheAccountsPlacesAreTaken_IsRefusedUntilOneEnds()
    {
        await using var server = await TestServer.StartAsync(s => (s.Api.UploadsPerAccount, s.Workers.Enabled) = (1, false));
        var slow = new List<RawConnection>();

        // One more each time: the upload that asks whether the place is taken may itself have kept the one before from taking it.
        await Eventually.BecomesAsync(
            async () =>
            {
                slow.Add(await RawConnection.OpenAsync(server.Address));
                await slow[^1].SendAsync($"POST {Uploads.ImportsPath} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {server.Admin.Token}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n--b\r\n");
                return (await UploadAsync(server)).Status == 429;
            },
            "a slow upload to take the place");
        slow.ForEach(s => s.Dispose());
        await Eventually.BecomesAsync(async () => (await UploadAsync(server)).Status == 202, "the place to be free");
    }

    [TestCase("203.0.113.9", "203.0.113.9")]
    [TestCase("::ffff:203.0.113.9", "203.0.113.9", Description = "IPv4 by a socket for both: not all of IPv4 as one")]
    [TestCase("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [TestCase("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64")]
    [TestCase("fe80::1%3", "fe80::/64")]
    public void GroupOf_Address_IsWhatACustomerHas(string address, string expected) => Assert.That(ClientAddress.GroupOf(IPAddress.Parse(address)), Is.EqualTo(expected));

    private static async Task<HttpStatusCode> StatusAsync(TestServer server)
    {
        using var response = await server.Http.GetAsync("/api/v1/stream", HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode;
    }

    private static async Task<Reply> UploadAsync(TestServer server)
    {
        using var form = Uploads.Form("listings", Uploads.Utf8("title\na\n"), "a.csv");
        return await server.Http.SendFormAsync(form);
    }
}

internal static class Limits
{
    /// <summary>Until it is refused as too many.</summary>
    public static async Task<Reply> ExhaustAsync(Func<Task<Reply>> send, int accepted = 200)
    {
        Reply reply;
        var count = 0;
        while ((reply = await send()).Status == accepted && ++count < 100)
        {
        }

        return reply.IsProblem(429, "too-many-requests");
    }
}
