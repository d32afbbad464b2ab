using TechBroker.Matching;

namespace TechBroker.UnitTests.Matching;

/// <summary>An index as bytes, and an index that others go on writing to.</summary>
internal sealed class MarketSnapshotTests
{
    private const string Query = "锂离子电池 电解液 膜";

    [Test]
    public void Load_WhatWasSaved_AnswersTheSameBits()
    {
        var items = Items(300);
        var index = Market.IndexOf(items);
        var loaded = Loaded(Saved(index));

        Assert.That(Everything(loaded, items), Is.EqualTo(Everything(index, items)));
        Assert.That(loaded.Count(Side.Need), Is.EqualTo(index.Count(Side.Need)));

        // And goes on as any other: packed items are replaced and removed like open ones.
        foreach (var changed in new[] { index, loaded })
        {
            foreach (var item in items.Where((_, i) => i % 3 == 0))
            {
                changed.Put(item with { Title = "膜电极 电解液", Revision = 2 });
            }

            foreach (var item in items.Where((_, i) => i % 5 == 0))
            {
                changed.Remove(item.Side, item.Id);
            }
        }

        Assert.That(Everything(loaded, items), Is.EqualTo(Everything(index, items)));
        Assert.That(Everything(Loaded(Saved(loaded)), items), Is.EqualTo(Everything(index, items)));
    }

    [Test]
    public void Save_RemovedItems_AreNotInTheBytes()
    {
        var items = Items(60);
        var index = Market.IndexOf(items);
        var before = Saved(index);
        var canary = Market.Need("金丝雀") with { Id = Market.Id(-5), Hidden = true, RegionCode = "canary-region", PublicText = "canary" };
        index.Put(canary);
        Assert.That(Holds(Saved(index), "canary-region"), Is.True);

        index.Remove(Side.Need, canary.Id);

        Assert.That(Holds(Saved(index), "canary-region"), Is.False);
        Assert.That(Saved(index), Has.Length.EqualTo(before.Length));
    }

    [Test]
    public void Save_WhileOthersWrite_GivesTheMomentItBeganAt()
    {
        var items = Items(100);
        var index = Market.IndexOf(items);
        var before = Everything(index, items);
        var bytes = new List<byte>();
        var writes = 0;
        index.Save(some =>
        {
            bytes.AddRange(some);

            // Neither a writer nor a reader waits for the one who saves.
            if (writes++ < 50)
            {
                index.Put(Market.Listing("锂离子电池", 5000 + writes));
                index.Rank(Side.Listing, Market.Id(5000 + writes), 3);
            }
        });

        Assert.That(Everything(Loaded([.. bytes]), items), Is.EqualTo(before));
        Assert.That(index.Count(Side.Listing), Is.EqualTo(items.Count(item => item.Side == Side.Listing) + 50));
    }

    [Test]
    public void AsItIs_WhatComesLater_IsNotSeen()
    {
        var items = Items(100);
        var index = Market.IndexOf(items);
        var (before, then) = (Everything(index, items), index.AsItIs());
        index.Put([.. items.Select(item => item with { Title = "氢能" })]);
        index.Remove(items[0].Side, items[0].Id);

        Assert.That(Everything(then, items), Is.EqualTo(before));
        Assert.That(Everything(index, items), Is.Not.EqualTo(before));
    }

    [Test]
    public void Put_ManyAtOnce_EqualsOneByOneAndTheLastOfAnIdCounts()
    {
        var items = Items(200);
        var index = new MarketIndex(MatchingParameters.Default);
        index.Put([.. items.Select(item => item with { Title = "机器人" }), .. items]);

        Assert.That(Everything(index, items), Is.EqualTo(Everything(Market.IndexOf(items), items)));
    }

    [Test]
    public void Entering_AnyBars_EqualsAskingEveryNeed([Values(1, 3, 10)] int k)
    {
        var items = Items(240);
        var index = Market.IndexOf(items);
        var needs = items.Where(item => item.Side == Side.Need).ToList();
        foreach (var newcomer in items.Where(item => item.Side == Side.Listing).Take(40))
        {
            // It counts in the statistics before it is paired, so that the others' scores are what they will be.
            index.Put(newcomer with { Matched = false });
            foreach (var need in needs)
            {
                var best = index.Rank(Side.Need, need.Id, k);
                index.SetBar(need.Id, best.Count == k ? best[^1].Score : 0, best.Count == k ? best[^1].ListingId : Guid.AllBitsSet);
            }

            index.Put(newcomer);
            var expected = needs.SelectMany(need => index.Rank(Side.Need, need.Id, k)).Where(match => match.ListingId == newcomer.Id)
                .OrderByDescending(match => match.Score).ThenBy(match => match.NeedId).Select(match => new Entrance(match.NeedId, match.Score));
            Assert.That(index.Entering(newcomer.Id), Is.EqualTo(expected));
        }

        Assert.That(index.Entering(Market.Id(-1)), Is.Empty);
    }

    /// <summary>Listings and needs that share few words, so that ties and gaps occur; the same ones every time.</summary>
    private static List<MarketItem> Items(int count)
    {
        string[] words = ["锂离子电池", "电解液", "氢能", "膜", "battery", "3.7V", "研发", "机器人", "纯度 99.5%", "纯度不低于99%", "纯度≥99.9%"];
        string[] fields = ["gbt4754:C3911", "gbt4754:C3912", "future-industries:quantum", "新材料"];
        var random = new Random(count);
        string Text(int most) => string.Join(' ', Enumerable.Range(0, random.Next(most)).Select(_ => words[random.Next(words.Length)]));
        return
        [
            .. Enumerable.Range(1, count).Select(i => new MarketItem
            {
                Side = i % 2 == 0 ? Side.Listing : Side.Need,
                Id = Market.Id(i),
                Revision = 1,
                Title = Text(4),
                Description = Text(12),
                Keywords = [Text(2)],
                Fields = i % 3 == 0 ? [fields[random.Next(fields.Length)]] : [],
                Trl = random.Next(12),
                Price = i % 4 == 0 ? new Price("CNY", random.Next(1, 500)) : null,
                CooperationModes = i % 5 == 0 ? ["licence", "equity"] : [],
                Hidden = i % 6 == 1,
                PublicText = i % 12 == 1 ? Text(3) : null,
            }),
        ];
    }

    private static byte[] Saved(MarketIndex index)
    {
        var bytes = new List<byte>();
        index.Save(some => bytes.AddRange(some));
        return [.. bytes];
    }

    private static MarketIndex Loaded(byte[] bytes)
    {
        var at = 0;
        var index = new MarketIndex(MatchingParameters.Default);
        index.Load(some =>
        {
            bytes.AsSpan(at, some.Length).CopyTo(some);
            at += some.Length;
        });
        Assert.That(at, Is.EqualTo(bytes.Length));
        return index;
    }

    private static bool Holds(byte[] bytes, string text) => bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;

    private static string Everything(MarketIndex index, List<MarketItem> items) => string.Join(
        '\n',
        items.Select(item => Market.Bits(index.Rank(item.Side, item.Id, 20)))
            .Concat(items.Select(item => Market.Bits(index.Score(item.Id, items[^1].Id))))
            .Concat(index.Search(Side.Listing, Query, 100, SearchScope.OpenOnly).Select(hit => $"{hit}"))
            .Concat(index.Search(Side.Need, Query, 100, SearchScope.Everything).Select(hit => $"{hit}"))
            .Concat(index.Search(Side.Need, Query, 100, new SearchScope { Notices = true, HiddenNeeds = [.. items.Select(item => item.Id)] }).Select(hit => $"{hit}")));
}
