using System.Text.Json;
using TechBroker.Domain.Engagements;
using TechBroker.IntegrationTests.Deals;
using TechBroker.IntegrationTests.Engagements;

namespace TechBroker.IntegrationTests.Dispatch;

/// <summary>Managers share the credit of an engagement exactly, and the centre's figures follow.</summary>
internal sealed class CreditTests : DealFixture
{
    [TestCase(9_999, "1 basis points")]
    [TestCase(10_001, "1 basis points")]
    [TestCase(9_000, "1,000 basis points")]
    public async Task Credit_ThatIsNotWhole_NamesTheDifference(int sum, string difference)
    {
        var path = await LogAsync();

        var refused = (await PutAsync(path, (Manager, 5_000), (Colleague, sum - 5_000))).IsProblem(422, "credit-not-whole");

        Assert.That(refused.Detail, Does.Contain(difference).And.Contain(sum < 10_000 ? "missing" : "too much"));
        Assert.That((await Manager.GetAsync(path)).Succeeds().Json.GetProperty("credits").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Credit_Whole_IsTheCentresAffairOnly()
    {
        var path = await LogAsync();
        (await PutAsync(path, (Colleague, 10_000))).IsProblem(422, "credit-without-runner");
        (await PutAsync(path, (Manager, 5_000), (Seeker, 5_000))).Breaks("shares[1].managerId");

        var put = (await PutAsync(path, (Manager, 6_667), (Colleague, 3_333))).Succeeds().Json;

        Assert.That(put.GetProperty("credits").EnumerateArray().Select(c => (c.GetProperty("managerId").GetGuid(), c.GetProperty("basisPoints").GetInt32())), Is.EqualTo(new[] { (Manager.Id, 6_667), (Colleague.Id, 3_333) }));
        Assert.That((await Organiser.GetAsync(path)).Succeeds().Json.GetProperty("credits").GetArrayLength(), Is.EqualTo(2));
        foreach (var side in new[] { Seeker, Provider })
        {
            var seen = (await side.GetAsync(path)).Succeeds();
            Assert.That(seen.Json.TryGetProperty("credits", out var credits) && credits.ValueKind is not JsonValueKind.Null, Is.False, seen.Text);
            Assert.That((await side.GetAsync($"{path}/log")).Succeeds().Text, Does.Not.Contain($"{Colleague.Id}").And.Not.Contain("6667"));
        }
    }

    [TestCase(100_001)]
    [TestCase(1)]
    public async Task Statistics_OfASharedContract_AddUpToItsAmount(long fen)
    {
        var third = await Actor.OfAsync(Server, "manager");
        var id = await NegotiatingAsync(PriceMode.Listed);
        (await PutAsync($"{Engagements}/{id}", (Manager, 3_334), (Colleague, 3_333), (third, 3_333))).Succeeds();
        (await Manager.PostAsync(Deals, Contract(id, new { amount = Cny(fen) }))).Succeeds(201);

        var items = (await Organiser.GetAsync("/api/v1/statistics/managers")).Succeeds().Items;
        long Of(Actor manager) => items.Where(i => i.GetProperty("managerId").GetGuid() == manager.Id)
            .SelectMany(i => i.GetProperty("credits").EnumerateArray()).Sum(c => c.GetProperty("amount").GetProperty("minorUnits").GetInt64());

        Assert.That(Of(Manager) + Of(Colleague) + Of(third), Is.EqualTo(fen));
        Assert.That(Of(Manager), Is.EqualTo(fen == 1 ? 1 : 33_341).Within(1));
        Assert.That(Of(Colleague), Is.EqualTo(fen == 1 ? 0 : 33_330).Within(1));
    }

    private Task<Api.Support.Reply> PutAsync(string path, params (Actor Manager, int BasisPoints)[] shares) =>
        Manager.PutAsync($"{path}/credit", new { shares = shares.Select(s => new { managerId = s.Manager.Id, basisPoints = s.BasisPoints }) });
}
