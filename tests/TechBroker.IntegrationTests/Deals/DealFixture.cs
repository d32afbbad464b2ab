using System.Text.Json;
using System.Text.Json.Nodes;
using TechBroker.Api.Http;
using TechBroker.Domain.Engagements;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Engagements;
using TechBroker.Storage.Engagements;

namespace TechBroker.IntegrationTests.Deals;

/// <summary>Engagements that have come as far as a contract.</summary>
internal abstract class DealFixture : EngagementFixture
{
    protected const string Deals = "/api/v1/deals", Day = "2026-11-02";

    private static long numbers = 20_261_100_000_000;

    protected static string NewNumber() => Interlocked.Increment(ref numbers).ToString(System.Globalization.CultureInfo.InvariantCulture);

    protected async Task<Guid> NegotiatingAsync(PriceMode mode = PriceMode.Listed, Guid? listingId = null)
    {
        var path = await LogAsync(listingId: listingId);
        (await Manager.PostAsync($"{path}/interest", new { side = "need" })).Succeeds();
        (await Manager.PostAsync($"{path}/interest", new { side = "listing" })).Succeeds();
        (await Manager.PostAsync($"{path}/introduce")).Succeeds();
        var id = Guid.Parse(path.Split('/')[^1]);
        await ChangeAsync(id, e => e.Negotiate(mode, DateTimeOffset.UtcNow).Value!, EngagementAction.Negotiate);
        return id;
    }

    protected Task ChangeAsync(Guid id, Func<Engagement, Engagement> change, EngagementAction action) => Server.Database.WriteAsync(
        async s => await EngagementStore.UpdateAsync(s, change((await EngagementStore.FindAsync(s, id))!), new(action, Manager.Id, EngagementDetails.None)), CancellationToken.None);

    protected async Task<string> StateOfEngagementAsync(Guid id) => StateOf((await Organiser.GetAsync($"{Engagements}/{id}")).Succeeds())!;

    protected static JsonObject Contract(Guid? engagementId, object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(new { contractType = "licence", title = "低温超导磁体许可", amount = Cny(100_000), signedOn = Day }, ApiJson.Options)!.AsObject();
        if (engagementId is { } id)
        {
            body["engagementId"] = id;
        }

        foreach (var (name, value) in JsonSerializer.SerializeToNode(more ?? new { }, ApiJson.Options)!.AsObject())
        {
            body[name] = value?.DeepClone();
        }

        return body;
    }

    protected static object Cny(long fen) => new { currency = "CNY", minorUnits = fen };

    protected async Task<Reply> SignedAsync(object? more = null) => (await Manager.PostAsync(Deals, Contract(await NegotiatingAsync(), more))).Succeeds(201);

    protected static string PathOf(Reply deal) => $"{Deals}/{deal.Id}";

    protected static long Total(Reply deal, string kind) => deal.Json.GetProperty("ledger").GetProperty(kind).GetProperty("minorUnits").GetInt64();

    protected static Guid EngagementOf(Reply deal) => deal.Json.GetProperty("engagementId").GetGuid();
}
