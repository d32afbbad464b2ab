using TechBroker.Matching;

namespace TechBroker.UnitTests.Matching;

public sealed class MarketIndexTests
{
    private static readonly string[] OddTexts =
        ["\ud800", "电\udc00池\ud840", "\u0000\u0007\u200b\ufeff\u202e", "𠀀𠀁𠮷", "\"\\'%<>&\t\r\n"];

    [Test]
    public void Rank_UnknownItem_IsEmpty() =>
        Assert.That(Market.IndexOf(Market.Listing("电池")).Rank(Side.Need, Market.Id(9), 10), Is.Empty);

    [TestCase(0)]
    [TestCase(-1)]
    public void Rank_NoPlaces_IsEmpty(int k) =>
        Assert.That(Market.IndexOf(Market.Listing("电池"), Market.Need("电池")).Rank(Side.Need, Market.Id(1), k), Is.Empty);

    [Test]
    public void Rank_NothingInCommon_IsEmpty() =>
        Assert.That(Market.IndexOf(Market.Listing("电池"), Market.Need("机器人")).Rank(Side.Need, Market.Id(1), 10), Is.Empty);

    [Test]
    public void Rank_OnlyFieldInCommon_IsFound()
    {
        var index = Market.IndexOf(
            Market.Listing("电池") with { Fields = ["gbt4754:C3911"] },
            Market.Need("机器人") with { Fields = ["gbt4754:C3912"] });

        var match = index.Rank(Side.Need, Market.Id(1), 10).Single();

        Assert.That(match.Contributions.Select(contribution => contribution.Scorer), Does.Contain("field"));
    }

    [Test]
    public void Rank_RareWordInCommon_BeatsCommonWord()
    {
        var fillers = Enumerable.Range(10, 30).Select(i => Market.Listing("研发项目", i));
        var index = Market.IndexOf([.. fillers, Market.Listing("超导磁体", 2), Market.Need("超导磁体研发项目")]);

        Assert.That(index.Rank(Side.Need, Market.Id(1), 1).Single().ListingId, Is.EqualTo(Market.Id(2)));
    }

    [Test]
    public void Put_NewRevision_ReplacesTheOld()
    {
        var index = Market.IndexOf(Market.Listing("电池"), Market.Need("机器人"));

        index.Put(Market.Listing("机器人") with { Revision = 2 });

        Assert.That(index.Count(Side.Listing), Is.EqualTo(1));
        Assert.That(index.Rank(Side.Need, Market.Id(1), 10).Single().ListingRevision, Is.EqualTo(2));
        Assert.That(index.Search(Side.Listing, "电池", 10, SearchScope.OpenOnly), Is.Empty);
    }

    [Test]
    public void Put_SameIdOnBothSides_KeepsBoth()
    {
        var index = Market.IndexOf(Market.Listing("电池"), Market.Need("电池"));

        Assert.That((index.Count(Side.Listing), index.Count(Side.Need)), Is.EqualTo((1, 1)));
        Assert.That(index.Remove(Side.Listing, Market.Id(1)), Is.True);
        Assert.That(index.Remove(Side.Listing, Market.Id(1)), Is.False);
        Assert.That(index.Count(Side.Need), Is.EqualTo(1));
    }

    [Test]
    public void Score_UnknownSide_IsNull()
    {
        var index = Market.IndexOf(Market.Listing("电池"));

        Assert.That(index.Score(Market.Id(1), Market.Id(1)), Is.Null);
    }

    [Test]
    public void Score_EmptyText_AbstainsAndGivesLevelOne()
    {
        var match = Market.IndexOf(Market.Listing(""), Market.Need("电池")).Score(Market.Id(1), Market.Id(1))!;

        Assert.That(match.Contributions, Is.Empty);
        Assert.That((match.Score, match.Level), Is.EqualTo((0.0, 1)));
    }

    [Test]
    public void Score_HopelessPrice_SaysSoAndIsNotRanked()
    {
        var index = Market.IndexOf(
            Market.Listing("电池") with { Price = new Price("CNY", 1001) },
            Market.Need("电池") with { Price = new Price("CNY", 100) });

        var match = index.Score(Market.Id(1), Market.Id(1))!;

        Assert.That((match.Exclusion, match.Score, match.Level), Is.EqualTo((Verdicts.FarAboveBudget, 0.0, 1)));
        Assert.That(index.Rank(Side.Need, Market.Id(1), 10), Is.Empty);
        Assert.That(Explanation.Exclusion(match, Language.English), Does.Contain("budget"));
        Assert.That(Explanation.Exclusion(match with { Exclusion = null }, Language.English), Is.Null);
    }

    [Test]
    public void Score_SameTexts_ReachesLevelFourInSmallAndLargeMarkets([Values(0, 5, 2000)] int others)
    {
        const string text = "聚光式光伏组件的自清洁纳米涂层";
        var index = Market.IndexOf([.. Enumerable.Range(100, others).Select(i => Market.Listing($"污水处理装置{i}型", i)), Market.Listing(text), Market.Need(text)]);

        Assert.That(index.Score(Market.Id(1), Market.Id(1))!.Level, Is.EqualTo(4));
    }

    [Test]
    public void Score_SmallMarket_MeasuresRarityAgainstTheBase()
    {
        MarketItem[] items = [.. Enumerable.Range(100, 9).Select(i => Market.Listing("污水处理", i)), Market.Listing("氢能"), Market.Need("氢能电解槽")];

        // Ten listings and fifty imaginary ones; the rarest word of 4,000 and fifty is twice as rare, in bits.
        var small = Odds(items, rarityBase: 10);
        var shrunk = Math.Pow(Math.Log2(61 / 0.5) / Math.Log2(4051 / 0.5), 2);
        Assert.That(Odds(items, rarityBase: 4000) / small, Is.EqualTo(shrunk).Within(0.005));
        Assert.That(Odds(items, rarityBase: 1), Is.EqualTo(small));
    }

    [Test]
    public void Rank_AtLevelInALargeMarket_EqualsFilteredRank()
    {
        // More of level 3 than the best 20, in more slots than one bound is good for, with terms good and bad.
        string[] words = ["碱性电解槽", "隔膜", "膜电极", "制氢"];
        var listings = Enumerable.Range(1, 6000).Select(i => Market.Listing(
            i % 40 == 0 ? string.Concat(words.Where((_, bit) => (i / 40 >> bit & 1) == 1)) + "研发" : $"机器人{i}号隔膜", i) with
        {
            Trl = 1 + (i % 9),
            Fields = [$"gbt4754:C{i % 90}"],
        });
        var index = Market.IndexOf([.. listings, Market.Need("碱性电解槽隔膜与膜电极") with { Trl = 6, Fields = ["gbt4754:C39"] }]);
        var all = index.Rank(Side.Need, Market.Id(1), int.MaxValue);
        var reaching = all.Count(match => match.Level >= 3);
        Assert.That(reaching, Is.InRange(30, 5000));

        foreach (var limit in new[] { 10, 25, 200, 10_000 })
        {
            var expected = all.Where((match, place) => place < 20 || match.Level >= 3).Take(limit);
            Assert.That(Market.Bits(index.Rank(Side.Need, Market.Id(1), 20, 3, limit)), Is.EqualTo(Market.Bits(expected)));
        }
    }

    [Test]
    public void Score_FullWidthAndCompatibilityCharacters_CountAsTheSame()
    {
        var index = Market.IndexOf(Market.Listing("ＣＢＮ单晶"), Market.Need("cbn 单晶"), Market.Listing("CBN单晶", 2));

        Assert.That(index.Score(Market.Id(1), Market.Id(1))!.Score, Is.EqualTo(index.Score(Market.Id(2), Market.Id(1))!.Score));
    }

    // Passed by number: attributes and test names are stored as UTF-8, which has no half characters.
    [Test]
    public void Put_OddCharacters_NeverThrows([Range(0, 4)] int odd)
    {
        var text = OddTexts[odd];
        var listing = Market.Listing(text) with { Summary = text, Description = text, Keywords = [text], Fields = [text], CooperationModes = [text], Ip = [text], RegionCode = text };
        var index = Market.IndexOf(listing, Market.Need("电池" + text) with { Fields = [text], CooperationModes = [text] });

        var match = index.Score(Market.Id(1), Market.Id(1))!;

        Assert.That(match.Score, Is.InRange(0, 1));
        Assert.That(() => index.Rank(Side.Need, Market.Id(1), 10), Throws.Nothing);
        Assert.That(() => index.Search(Side.Listing, text, 10, SearchScope.OpenOnly), Throws.Nothing);
        Assert.That(index.Remove(Side.Listing, Market.Id(1)), Is.True);
    }

    [Test]
    public void Put_ZeroWidthInsideWord_IsNotSeen() =>
        Assert.That(Market.IndexOf(Market.Listing("锂\u200b电\u200b池")).Search(Side.Listing, "锂电池", 10, SearchScope.OpenOnly), Has.Count.EqualTo(1));

    [Test]
    public void Put_HugeText_IsFoundByItsLastWord()
    {
        var text = string.Concat(Enumerable.Range(0, 25_000).Select(i => (char)(0x4e00 + (i * 7919 % 20_000)))) + new string('a', 50_000) + " 超导磁体";
        var index = Market.IndexOf(Market.Listing("长文") with { Description = text }, Market.Need("超导磁体") with { Description = text });

        Assert.That(index.Rank(Side.Need, Market.Id(1), 1).Single().Score, Is.InRange(0, 1));
        Assert.That(index.Search(Side.Listing, "超导磁体", 1, SearchScope.OpenOnly), Has.Count.EqualTo(1));
    }

    [Test]
    public void Search_SingleCharacter_IsFound() =>
        Assert.That(Market.IndexOf(Market.Listing("胰岛素输注泵")).Search(Side.Listing, "泵", 10, SearchScope.OpenOnly), Has.Count.EqualTo(1));

    [Test]
    public void Search_Word_DoesNotFindItsCharacters() =>
        Assert.That(Market.IndexOf(Market.Listing("电力系统"), Market.Listing("锂电池", 2)).Search(Side.Listing, "锂电池", 10, SearchScope.OpenOnly).Single().Id, Is.EqualTo(Market.Id(2)));

    [Test]
    public void Search_HiddenNeed_IsFoundByItsPublicTextUntilItOpens()
    {
        var need = Market.Need("金丝雀") with { Hidden = true, PublicText = "寻求电解液" };
        var index = Market.IndexOf(need);
        var outsider = new SearchScope { Notices = true };
        bool Finds(string query, SearchScope scope) => index.Search(Side.Need, query, 10, scope).Count > 0;

        Assert.That((Finds("电解液", outsider), Finds("金丝雀", outsider), Finds("电解液", SearchScope.OpenOnly)), Is.EqualTo((true, false, false)));
        Assert.That((Finds("金丝雀", SearchScope.Everything), Finds("金丝雀", outsider with { HiddenNeeds = [need.Id] })), Is.EqualTo((true, true)));

        index.Put(need with { PublicText = null });
        Assert.That((Finds("电解液", SearchScope.Everything), Finds("金丝雀", SearchScope.Everything)), Is.EqualTo((false, true)));

        index.Put(need with { Hidden = false });
        Assert.That((Finds("电解液", SearchScope.Everything), Finds("金丝雀", SearchScope.OpenOnly), index.Count(Side.Need)), Is.EqualTo((false, true, 1)));
        Assert.That((index.Remove(Side.Need, need.Id), index.Count(Side.Need)), Is.EqualTo((true, 0)));
    }

    [Test]
    public void Score_WordsThatNeedsHold_AreWorthWhatListingsSay()
    {
        var (listing, need) = (Market.Listing("锂离子电池"), Market.Need("锂离子电池"));
        var before = Market.Bits(Market.IndexOf(listing, need).Score(listing.Id, need.Id));
        var needs = Enumerable.Range(2, 50).Select(i => Market.Need("锂离子电池", i) with { Hidden = i % 2 == 0, PublicText = "锂离子电池" });

        Assert.That(Market.Bits(Market.IndexOf([listing, need, .. needs]).Score(listing.Id, need.Id)), Is.EqualTo(before));
        Assert.That(Market.Bits(Market.IndexOf(listing, need, Market.Listing("锂离子电池", 2)).Score(listing.Id, need.Id)), Is.Not.EqualTo(before));
    }

    [Test]
    public async Task Rank_WhileAWriterPuts_NeitherThrowsNorMixes()
    {
        var index = Market.IndexOf([.. Enumerable.Range(1, 50).Select(i => Market.Listing($"锂离子电池{i}", i)), Market.Need("锂离子电池")]);
        var writer = Task.Run(() =>
        {
            for (var i = 0; i < 3000; i++)
            {
                var id = 1 + (i % 50);
                index.Remove(Side.Listing, Market.Id(id));
                index.Put(Market.Listing($"锂离子电池{i} 电解液", id) with { Revision = i });
            }
        });
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var seen = 0;
            while (!writer.IsCompleted || seen == 0)
            {
                var matches = index.Rank(Side.Need, Market.Id(1), 50);
                seen += matches.Count;
                if (matches.Count < 49 || matches.DistinctBy(match => match.ListingId).Count() != matches.Count || index.Search(Side.Listing, "电池", 50, SearchScope.OpenOnly).Count < 49)
                {
                    throw new InvalidOperationException($"{matches.Count} matches in the midst of a write.");
                }
            }
        }));

        await Task.WhenAll([writer, .. readers]);

        Assert.That(index.Rank(Side.Need, Market.Id(1), 100), Has.Count.EqualTo(50));
    }

    private static double Odds(MarketItem[] items, double rarityBase)
    {
        var parameters = MatchingParameters.Default;
        var index = new MarketIndex(parameters with { Text = parameters.Text with { RarityBase = rarityBase } });
        Array.ForEach(items, index.Put);
        var score = index.Score(Market.Id(1), Market.Id(1))!.Score;
        return score / (1 - score);
    }
}
