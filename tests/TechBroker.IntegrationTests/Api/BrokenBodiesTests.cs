using System.Text.Json.Nodes;
using TechBroker.Composition;
using TechBroker.IntegrationTests.Api.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Api;

/// <summary>R12 in its short form: 10,000 broken bodies, no 5xx, and the service goes on as before.</summary>
internal sealed class BrokenBodiesTests : OnOneServer
{
    private const int Each = 1_700, AtOnce = 8;

    private static readonly JsonObject Listing = JsonNode.Parse("""
        {"title":"量子密钥分发终端","summary":"s","description":"d","keywords":["量子","QKD"],"fields":["industries:C39"],"trl":6,
         "ip":[{"type":"patent","number":"ZL1","status":"granted"}],"cooperationModes":["transfer"],"regionCode":"110000",
         "askingPrice":{"currency":"CNY","minorUnits":100},"language":"zh"}
        """)!.AsObject();

    private static readonly JsonObject Need = JsonNode.Parse("""
        {"title":"需要量子密钥分发终端","description":"d","keywords":["量子"],"fields":["C39"],"minTrl":5,"cooperationModes":["licence"],"regionCode":"DE",
         "budget":{"currency":"EUR","minorUnits":100},"deadline":"2099-01-01","visibility":"blind","blindSummary":"b","language":"zh"}
        """)!.AsObject();

    private static readonly JsonObject Organisation = JsonNode.Parse("""
        {"name":"某单位","kind":"enterprise","creditCode":null,"regionCode":"350200","nature":"民营"}
        """)!.AsObject();

    protected override void Configure(Settings settings) => settings.Api.RequestsPerSecond = 1_000_000;

    [TestCase("POST", Listings)]
    [TestCase("PUT", Listings)]
    [TestCase("POST", Needs)]
    [TestCase("PUT", Needs)]
    [TestCase("POST", Organisations)]
    [TestCase("PUT", Organisations)]
    public async Task Send_BrokenBodies_NeverFailsInside(string method, string path)
    {
        var valid = path switch { Listings => Listing, Needs => Need, _ => Organisation };
        var to = method == "POST" ? path : $"{path}/{(await PostAsync(path, valid)).Succeeds(201).Id}";
        var bodies = new BrokenBodies(seed: 12);
        var refused = 0;

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Each).Select(_ => bodies.Next(valid)).ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (body, _) =>
            {
                var reply = await Server.SendAsync(new HttpMethod(method), to, body, ("If-Match", "*"));
                Assert.That(reply.Status, Is.LessThan(500), $"{Convert.ToBase64String(body)} → {reply.Text}");
                Assert.That(reply.MediaType, Is.EqualTo(reply.Status < 400 ? "application/json" : "application/problem+json"));
                Interlocked.Add(ref refused, reply.Status >= 400 ? 1 : 0);
            });

        Assert.That(refused, Is.GreaterThan(Each / 2), "most of them are really broken");
        Assert.That((await GetAsync("/health/ready")).Succeeds().Json.GetProperty("status").GetString(), Is.EqualTo("ready"));
        (await Server.SendAsync(new HttpMethod(method), to, valid, ("If-Match", "*"))).Succeeds(method == "POST" ? 201 : 200);
    }

    [Test]
    public async Task Send_BrokenQueries_NeverFailInside()
    {
        var random = new Random(12);
        string[] names = ["q", "field", "region", "trl", "minTrl", "organisationId", "externalRef", "state", "limit", "cursor", "minLevel", "%00", ""];
        string[] paths = [Listings, Needs, Organisations, "/api/v1/parked-messages", $"{Listings}/{await Server.PostListingAsync("x")}/matches"];
        await Parallel.ForEachAsync(Enumerable.Range(0, 1_000).Select(_ => Query()).ToList(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (path, _) =>
            Assert.That((await GetAsync(path)).Status, Is.AnyOf(200, 400), path));

        string Query() => paths[random.Next(paths.Length)] + "?" + string.Join('&', Enumerable.Range(0, random.Next(4)).Select(_ => $"{names[random.Next(names.Length)]}={Value()}"));

        string Value() => string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(3) switch
        {
            0 => $"%{random.Next(256):X2}",
            1 => Uri.EscapeDataString(char.ConvertFromUtf32(random.Next(0x20, 0xD7FF))),
            _ => ((char)('!' + random.Next(90))).ToString().Replace("#", "", StringComparison.Ordinal),
        }));
    }
}
