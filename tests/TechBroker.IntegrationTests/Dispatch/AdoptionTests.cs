namespace TechBroker.IntegrationTests.Dispatch;

/// <summary>What only the program has proposed does not stand in the way of people.</summary>
internal sealed class AdoptionTests : DispatchFixture
{
    [Test]
    public async Task Post_ByAnotherManager_MakesItTheirs()
    {
        await ManagerAsync();
        var (listing, need) = await PairAsync();
        var id = (await AllAsync()).Single().GetProperty("id").GetGuid();
        var other = await ManagerAsync();

        var adopted = (await other.PostAsync(Engagements, new { listingId = listing, needId = need, note = "早已认识双方" })).Succeeds(201);

        Assert.That((adopted.Id, ManagerOf(adopted.Json), Text(adopted.Json, "loggedBy"), Text(adopted.Json, "acceptBy"), Text(adopted.Json, "note")), Is.EqualTo((id, other.Id, $"{other.Id}", (string?)null, "早已认识双方")));
        Assert.That(adopted.Headers["Location"], Does.EndWith($"{id}"));
        (await other.PostAsync(Engagements, new { listingId = listing, needId = need })).IsProblem(409, "engagement-exists");
        await LapseAsync();
        Assert.That(await ManagerOfAsync(id), Is.EqualTo(other.Id), "nothing is asked of them any more");
    }

    [Test]
    public async Task Post_ByASide_RecordsItsInterestAndTheManagerStillHasToAccept([Values] bool ofNeed)
    {
        var manager = await ManagerAsync();
        var (listing, need) = await PairAsync();
        var id = (await AllAsync()).Single().GetProperty("id").GetGuid();

        var adopted = (await (ofNeed ? Seeker : Provider).PostAsync(Engagements, new { listingId = listing, needId = need })).Succeeds(201);

        Assert.That((adopted.Id, Text(adopted.Json, "state"), Text(adopted.Json, "yourSide")), Is.EqualTo((id, "interested", ofNeed ? "need" : "listing")));
        Assert.That(Text(adopted.Json, ofNeed ? "needInterestAt" : "listingInterestAt"), Is.Not.Null);
        Assert.That(Text(adopted.Json, "managerId"), Is.Null, "whoever was only asked is nobody to the sides");
        (await manager.PostAsync($"{Engagements}/{id}/accept")).Succeeds();
    }

    [Test]
    public async Task Pass_OnWhatASideHasAdopted_GoesToTheNextManager()
    {
        var managers = await ManagersAsync(2);
        var (listing, need) = await PairAsync();
        var adopted = (await Seeker.PostAsync(Engagements, new { listingId = listing, needId = need })).Succeeds(201).Id;
        var first = await ManagerOfAsync(adopted);

        (await managers.Single(m => m.Id == first).PostAsync($"{Engagements}/{adopted}/pass", new { reason = "capacity" })).Succeeds();

        Assert.That(await ManagerOfAsync(adopted), Is.EqualTo(managers.Single(m => m.Id != first).Id));
    }

    [Test]
    public async Task Absence_WhileNobodyElseIsThere_DoesNotLoseWhatASideHasAdopted()
    {
        var manager = await ManagerAsync();
        var (listing, need) = await PairAsync();
        var adopted = (await Seeker.PostAsync(Engagements, new { listingId = listing, needId = need })).Succeeds(201).Id;
        var now = Clock.GetUtcNow();
        (await manager.PostAsync($"/api/v1/managers/{manager.Id}/absences", new { from = now.AddMinutes(-1), to = now.AddMinutes(30) })).Succeeds(201);
        await SweepAsync();
        Assert.That(await ManagerOfAsync(adopted), Is.Null);

        var other = await ManagerAsync();
        await SweepAsync();

        Assert.That(await ManagerOfAsync(adopted), Is.EqualTo(other.Id));
    }

    [Test]
    public async Task Post_OnWhatAManagerHasAccepted_IsRefused()
    {
        var manager = await ManagerAsync();
        var (listing, need) = await PairAsync();
        var id = (await AllAsync()).Single().GetProperty("id").GetGuid();
        (await manager.PostAsync($"{Engagements}/{id}/accept")).Succeeds();

        var refused = (await (await ManagerAsync()).PostAsync(Engagements, new { listingId = listing, needId = need })).IsProblem(409, "engagement-exists");

        Assert.That(refused.Headers["Location"], Does.EndWith($"{id}"));
        Assert.That(await ManagerOfAsync(id), Is.EqualTo(manager.Id));
    }

    [Test]
    public async Task Post_TwoHundredAtOnce_IsOneManagers()
    {
        var managers = await ManagersAsync(20);
        var (listing, need) = await PairAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => managers[i % 20].PostAsync(Engagements, new { listingId = listing, needId = need })));

        var body = (await AllAsync()).Single();
        Assert.That(replies.CountBy(r => r.Status), Is.EquivalentTo(new KeyValuePair<int, int>[] { new(201, 1), new(409, 199) }));
        Assert.That(ManagerOf(replies.Single(r => r.Status == 201).Json), Is.EqualTo(ManagerOf(body)));
        Assert.That(Text(body, "loggedBy"), Is.EqualTo($"{ManagerOf(body)}"));
    }
}
