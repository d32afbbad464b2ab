using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TechBroker.IntegrationTests.Accounts.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Accounts;

/// <summary>A thousand guesses from many addresses on one account, all at once.</summary>
[NonParallelizable]
internal sealed class CountedGuessesTests : OnFastServer
{
    private const int Guesses = 1_000;

    protected override void Configure(Composition.Settings settings) => settings.Auth.LockAfter = Guesses + 1;

    [Test]
    public async Task Guesses_FromManyAddressesAtOnce_CountExactly()
    {
        var member = await Member.AddAsync(Server);
        await Attack.RunAsync(Server, member, Guesses, attackers: 20);
        Assert.That((await member.ReadAsync()).FailedSignIns, Is.EqualTo(Guesses));
        Assert.That((await member.ReadAsync()).LockedUntil, Is.Null);

        (await member.SignInAsync("one-guess-more")).IsProblem(401, "wrong-credentials");
        (await member.SignInAsync()).IsProblem(401, "wrong-credentials");
        Assert.That((await member.ReadAsync()).LockedUntil, Is.EqualTo(Clock.GetUtcNow().AddMinutes(15)).Within(TimeSpan.FromMilliseconds(1)));

        Clock.Advance(TimeSpan.FromMinutes(15));
        (await member.SignInAsync()).Succeeds();
        Assert.That((await member.ReadAsync()).FailedSignIns, Is.Zero);
    }
}

/// <summary>With passwords as dear as in earnest.</summary>
internal sealed class DearGuessesTests
{
    [Test]
    public async Task OtherPeople_DuringAnAttack_AreServedAtOnce()
    {
        await using var server = await TestServer.StartAsync(s => s.Workers.Enabled = false);
        var (member, other) = (await Member.AddAsync(server), await Member.AddAsync(server));
        using var client = await other.ClientAsync();
        var calm = await MeasureAsync(client, () => false, 100);

        var attack = Attack.RunAsync(server, member, 100, attackers: 20);
        var under = await MeasureAsync(client, () => attack.IsCompleted, int.MaxValue);
        await attack;

        TestContext.Out.WriteLine($"GET /me calm: p50 {At(calm, 0.5):F1} ms, p99 {At(calm, 0.99):F1} ms; under attack ({under.Count} requests): p50 {At(under, 0.5):F1} ms, p99 {At(under, 0.99):F1} ms");
        Assert.That((await member.SignInAsync()).Status, Is.EqualTo(401), "locked");
        Assert.That(At(under, 0.5), Is.LessThan(250), "far less than one password takes to check, times those that wait");
        (await other.SignInAsync()).Succeeds();
    }

    [Test]
    public async Task SignIn_KnownAndUnknownAddress_GetTheSameAnswerInTheSameTime()
    {
        await using var server = await TestServer.StartAsync(s => (s.Workers.Enabled, s.Auth.LockAfter) = (false, 100));
        var member = await Member.AddAsync(server);
        var (known, unknown) = (new List<double>(), new List<double>());
        await member.SignInAsync("warming-up");
        for (var i = 0; i < 15; i++)
        {
            known.Add(await TimeAsync(server, member.Email));
            unknown.Add(await TimeAsync(server, $"{Guid.NewGuid():N}@example.com"));
        }

        known.Sort();
        unknown.Sort();
        TestContext.Out.WriteLine($"known: median {At(known, 0.5):F1} ms; unknown: median {At(unknown, 0.5):F1} ms");
        Assert.That(At(unknown, 0.5), Is.InRange(At(known, 0.5) * 0.6, At(known, 0.5) * 1.67));
        Assert.That(known[0], Is.LessThan(unknown[^1]).And.GreaterThan(0));
        Assert.That(unknown[0], Is.LessThan(known[^1]), "the two ranges overlap");
    }

    private static async Task<double> TimeAsync(TestServer server, string email)
    {
        var watch = Stopwatch.StartNew();
        var reply = await server.Anonymous.CallAsync(HttpMethod.Post, $"{Member.Auth}/login", new { Email = email, Password = "wrong-wrong" });
        var time = watch.Elapsed.TotalMilliseconds;
        reply.IsProblem(401, "wrong-credentials");
        Assert.That(reply.Detail, Does.Contain("or the password is wrong"));
        return time;
    }

    private static async Task<List<double>> MeasureAsync(HttpClient client, Func<bool> ended, int most)
    {
        var times = new List<double>();
        while (!ended() && times.Count < most)
        {
            var watch = Stopwatch.StartNew();
            (await client.GetMeAsync()).Succeeds();
            times.Add(watch.Elapsed.TotalMilliseconds);

            // The pace of people, so that the figures are of the whole attack.
            await Task.Delay(5);
        }

        times.Sort();
        return times;
    }

    private static double At(List<double> sorted, double part) => sorted[(int)((sorted.Count - 1) * part)];
}

internal static class Attack
{
    /// <summary>Each attacker has an address of its own (127.0.1.x) and guesses one after the other.</summary>
    public static async Task RunAsync(TestServer server, Member member, int guesses, int attackers)
    {
        var next = 0;
        await Task.WhenAll(Enumerable.Range(1, attackers).Select(async attacker =>
        {
            using var http = new HttpClient(new SocketsHttpHandler
            {
                ConnectCallback = async (context, ct) =>
                {
                    var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                    socket.Bind(new IPEndPoint(new IPAddress([127, 0, 1, (byte)attacker]), 0));
                    await socket.ConnectAsync(context.DnsEndPoint, ct);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            })
            {
                BaseAddress = server.Address,
                Timeout = TimeSpan.FromMinutes(5),
            };
            int i;
            while ((i = Interlocked.Increment(ref next)) <= guesses)
            {
                (await http.CallAsync(HttpMethod.Post, $"{Member.Auth}/login", new { member.Email, Password = $"guess-{i}" })).IsProblem(401, "wrong-credentials");
            }
        }));
    }
}
