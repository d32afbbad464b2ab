using TechBroker.Matching;
using TechBroker.Matching.Learning;
using TechBroker.Matching.Scoring;

namespace TechBroker.UnitTests.Matching;

public sealed class GradingTests
{
    [Test]
    public void GeneralityOf_NeedOfCommonWords_IsAboveThatOfSpecialOnes()
    {
        var index = Market.IndexOf(
        [
            .. Enumerable.Range(1, 200).Select(i => Market.Listing(i <= 40 ? "工业机器人关节" : i <= 42 ? "超导磁体" : $"x{i}", i)),
            Market.Need("工业机器人关节", 1), Market.Need("超导磁体", 2), Market.Need("全新的词", 3),
        ]);

        Assert.That(index.GeneralityOf(Market.Id(1)), Is.GreaterThan(index.GeneralityOf(Market.Id(2))));
        Assert.That(index.GeneralityOf(Market.Id(1)), Is.InRange(0.01, 0.5));
        Assert.That((index.GeneralityOf(Market.Id(9)), index.GeneralityOf(Market.Id(3))), Is.EqualTo((0.0, 0.0)), "nothing is known of these");
    }

    [Test]
    public void GeneralityOf_AnyNeed_DoesNotMoveWithOtherNeeds()
    {
        var listings = Enumerable.Range(1, 20).Select(i => Market.Listing($"工业机器人{i}", i)).ToArray();
        var alone = Market.IndexOf([.. listings, Market.Need("工业机器人", 1)]);
        var among = Market.IndexOf([.. listings, Market.Need("工业机器人", 1), .. Enumerable.Range(2, 50).Select(i => Market.Need("工业机器人", i) with { Hidden = true })]);

        Assert.That(among.GeneralityOf(Market.Id(1)), Is.EqualTo(alone.GeneralityOf(Market.Id(1))));
    }

    [Test]
    public void Rank_LevelsThatGoByGenerality_KeepScoreAndOrder()
    {
        MarketItem[] items = [.. Enumerable.Range(1, 200).Select(i => Market.Listing(i <= 5 ? "工业机器人关节" : i <= 9 ? "机器人" : $"x{i}", i)), Market.Need("工业机器人关节", 1)];
        var (with, without) = (IndexWith(items, 1, typical: 1e-9), IndexWith(items, 0));

        var (graded, plain) = (with.Rank(Side.Need, Market.Id(1), 80), without.Rank(Side.Need, Market.Id(1), 80));

        Assert.That(graded.Select(m => (m.ListingId, m.Score)), Is.EqualTo(plain.Select(m => (m.ListingId, m.Score))));
        Assert.That(graded.Zip(plain).All(pair => pair.First.Level <= pair.Second.Level), "more common than is usual: the same score says less");
        Assert.That(graded.Select(m => m.Level), Is.Not.EqualTo(plain.Select(m => m.Level)));
    }

    [Test]
    public void Rank_FromALevelOn_HasEveryPairOfThatLevelFromEitherSide()
    {
        MarketItem[] items =
        [
            .. Enumerable.Range(1, 60).Select(i => Market.Listing(i % 3 == 0 ? "工业机器人关节" : i % 3 == 1 ? "机器人关节润滑" : "超导磁体绕制", i)),
            .. Enumerable.Range(1, 9).Select(i => Market.Need(i % 2 == 0 ? "工业机器人关节" : "超导磁体", i)),
        ];
        var index = IndexWith(items, 0.2);

        foreach (var level in new[] { 2, 3, 4 })
        {
            var expected = Pairs(index).Where(m => m.Level >= level).Select(m => (m.ListingId, m.NeedId)).ToHashSet();
            var byNeed = Enumerable.Range(1, 9).SelectMany(i => index.Rank(Side.Need, Market.Id(i), 0, level, 200)).Select(m => (m.ListingId, m.NeedId));
            var byListing = Enumerable.Range(1, 60).SelectMany(i => index.Rank(Side.Listing, Market.Id(i), 0, level, 200)).Select(m => (m.ListingId, m.NeedId));

            Assert.That(byNeed, Is.EquivalentTo(expected));
            Assert.That(byListing, Is.EquivalentTo(expected));
        }
    }

    [Test]
    public void Fit_NeedsThatDifferInGenerality_ArePutRight()
    {
        // Of a general need the same score means one level less.
        var pairs = Enumerable.Range(0, 20).SelectMany(need => Enumerable.Range(0, 20).Select(i =>
        {
            var general = need % 2 == 0 ? 0.5 : -0.5;
            return new ScoredPair(new JudgedPair(Market.Id(need), Market.Id(i), i / 20.0 > 0.5 + (0.4 * general) ? 2 : 1, null), i / 20.0, new Traits(general, 0));
        })).ToList();

        var grader = Grader.Fit(pairs, GradingParameters.None);

        Assert.That(grader.Grading.Generality, Is.EqualTo(0.4).Within(0.1));
        Assert.That(pairs.Average(pair => Math.Abs(grader.LevelOf(pair) - pair.Judged.Level)), Is.LessThan(0.05));
        Assert.That(Grader.Fit([.. pairs.Where(pair => pair.Judged.NeedId.CompareTo(Market.Id(5)) < 0)], GradingParameters.None).Grading, Is.EqualTo(GradingParameters.None), "too few needs");
    }

    private static MarketIndex IndexWith(MarketItem[] items, double generality, double typical = 0.0232)
    {
        var parameters = MatchingParameters.Default;
        var index = new MarketIndex(parameters with { Grading = parameters.Grading with { Generality = generality, Typical = typical, Likeness = 0 } });
        index.Put(items);
        return index;
    }

    private static IEnumerable<Match> Pairs(MarketIndex index) =>
        Enumerable.Range(1, 60).SelectMany(listing => Enumerable.Range(1, 9).Select(need => index.Score(Market.Id(listing), Market.Id(need))!));
}
