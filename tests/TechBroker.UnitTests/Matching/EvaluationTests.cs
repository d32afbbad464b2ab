using FsCheck;
using FsCheck.Fluent;
using TechBroker.Matching;
using TechBroker.Matching.Learning;

namespace TechBroker.UnitTests.Matching;

public sealed class EvaluationTests
{
    [Test]
    public void Evaluate_HandComputedExample_FollowsTheFormula()
    {
        // By overlap with the need the order is 1 (all of it), 2, 3, 4 (nothing). Judged: 2, 4, 1, 3.
        MarketItem[] listings = [Market.Listing("锂离子电池隔膜", 1), Market.Listing("锂离子电池", 2), Market.Listing("电池", 3), Market.Listing("机器人", 4)];
        MarketItem[] needs = [Market.Need("锂离子电池隔膜", 1), Market.Need("机器人", 2)];
        JudgedPair[] judgements =
        [
            Pair(1, 1, 2), Pair(1, 2, 4), Pair(1, 3, 1), Pair(1, 4, 3), Pair(2, 4, 1), Pair(9, 1, 4),
        ];

        var result = RankingEvaluation.Evaluate(listings, needs, judgements, null, MatchingParameters.Default);

        var gain = 1 + (7 / Math.Log2(3)) + (0 / Math.Log2(4)) + (3 / Math.Log2(5));
        var ideal = 7 + (3 / Math.Log2(3)) + (1 / Math.Log2(4));
        Assert.That(result.NdcgAt10, Is.EqualTo(gain / ideal).Within(1e-12));
        Assert.That((result.Needs, result.Pairs, result.UnknownPairs), Is.EqualTo((1, 5, 1)));
        Assert.That((result.Mae, result.Score), Is.EqualTo(((double?)null, (double?)null)));
    }

    [Test]
    public void Evaluate_WithTraining_GradesByThresholdsOfTheTrainingPairsAlone()
    {
        MarketItem[] listings = [Market.Listing("锂离子电池隔膜", 1), Market.Listing("机器人", 2)];
        MarketItem[] needs = [Market.Need("锂离子电池隔膜", 1)];
        JudgedPair[] train = [Pair(1, 1, 3), Pair(1, 2, 1)];
        JudgedPair[] test = [Pair(1, 1, 4), Pair(1, 2, 1)];

        var result = RankingEvaluation.Evaluate(listings, needs, test, train, MatchingParameters.Default);

        Assert.That(result.Mae, Is.EqualTo(0.5));
        Assert.That(result.Score, Is.EqualTo(1 / 1.5));
    }

    [Test]
    public void Evaluate_NoJudgements_IsZeroRatherThanNotANumber()
    {
        var result = RankingEvaluation.Evaluate([], [], [], [], MatchingParameters.Default);

        Assert.That((result.NdcgAt10, result.Needs, result.Pairs, result.Mae), Is.EqualTo((0.0, 0, 0, (double?)null)));
    }

    [Test]
    public void At10_TiesAndRanksBeyondTen_AreCountedByTheBook()
    {
        // Ten unrelated listings come first by id among equal scores; the eleventh, the only good one, earns nothing.
        var pairs = Enumerable.Range(1, 11).Select(i => new ScoredPair(Pair(1, i, i == 11 ? 4 : 1), 0.5)).ToList();

        Assert.That(Ndcg.At10(pairs), Is.Zero);
        Assert.That(Ndcg.At10(pairs.Select(pair => pair with { Score = pair.Judged.Level })), Is.EqualTo(1));
    }

    [Test]
    public void Fit_AnyPairs_HasTheLeastErrorOfAllThresholds() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(Gen.Choose(0, 6).Zip(Gen.Choose(1, 4)).ListOf(12).ToArbitrary(), drawn =>
            {
                var pairs = drawn.Select(each => new ScoredPair(Pair(1, 1, each.Item2), each.Item1 / 10.0)).ToList();
                double[] cuts = [-1, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 2];
                long Error(IReadOnlyList<double> thresholds) =>
                    pairs.Sum(pair => Math.Abs(Calibration.LevelOf(pair.Score, thresholds) - pair.Judged.Level));
                var least = (from two in cuts from three in cuts from four in cuts where two <= three && three <= four select Error([two, three, four])).Min();

                var fitted = Calibration.Fit(pairs, leastShare: 0);

                Assert.That(Error(fitted), Is.EqualTo(least));
                Assert.That(fitted, Is.Ordered);
                Assert.That(Calibration.Fit(pairs, leastShare: 0.5), Is.Ordered);
            }));

    [Test]
    public void Fit_RareHighLevels_StayReachableIfAskedFor()
    {
        // Six pairs of level 4 lie among fifty of level 2: error alone would never say 4.
        var pairs = Enumerable.Range(0, 50).Select(i => new ScoredPair(Pair(1, i, i % 8 == 7 ? 4 : 2), i / 50.0)).ToList();

        Assert.That(Calibration.Fit(pairs, leastShare: 0)[2], Is.GreaterThan(1));
        Assert.That(pairs.Count(pair => Calibration.LevelOf(pair.Score, Calibration.Fit(pairs, leastShare: 0.5)) == 4), Is.InRange(3, 6));
    }

    [Test]
    public void Run_Twice_GivesTheSameValidFile()
    {
        var listings = Enumerable.Range(1, 20).Select(i => Market.Listing(i % 2 == 0 ? $"锂离子电池{i}号" : $"机器人{i}号", i)).ToList();
        MarketItem[] needs = [Market.Need("锂离子电池", 1), Market.Need("机器人", 2)];
        var judged = listings.SelectMany(listing => needs.Select(need =>
            new JudgedPair(need.Id, listing.Id, listing.Title[..2] == need.Title[..2] ? 3 : 1, null))).ToList();

        var fitted = Fit.Run(listings, needs, judged, MatchingParameters.Default);

        Assert.That(Fit.Run(listings, needs, judged, MatchingParameters.Default).ToJson(), Is.EqualTo(fitted.ToJson()));
        Assert.That(MatchingParameters.Parse(fitted.ToJson()).ToJson(), Is.EqualTo(fitted.ToJson()));
        Assert.That(fitted.Version, Does.StartWith(MatchingParameters.Default.Version + "-fit"));
        Assert.That(RankingEvaluation.Evaluate(listings, needs, judged, judged, fitted).Mae, Is.Zero);
    }

    [Test]
    public void Run_PairsWithNothingInCommonJudgedGood_GivesAValidFile()
    {
        MarketItem[] listings = [Market.Listing("机器人", 1), Market.Listing("电池", 2)];
        MarketItem[] needs = [Market.Need("海绵", 1)];

        var fitted = Fit.Run(listings, needs, [Pair(1, 1, 4), Pair(1, 2, 4)], MatchingParameters.Default);

        Assert.That(() => MatchingParameters.Parse(fitted.ToJson()), Throws.Nothing);
        Assert.That(Fit.Run(listings, needs, [], MatchingParameters.Default), Is.SameAs(MatchingParameters.Default));
    }

    [Test]
    public void IsClearlyBetter_GainWithinItsStandardError_IsNot()
    {
        var before = new double[20];
        var noisy = Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 0.5 : -0.48).ToArray();
        var steady = Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 0.02 : 0.01).ToArray();

        Assert.That(CoordinateSearch.IsClearlyBetter(before, noisy), Is.False);
        Assert.That(CoordinateSearch.IsClearlyBetter(before, steady), Is.True);
        Assert.That(CoordinateSearch.IsClearlyBetter(before[..5], steady[..5]), Is.False);
    }

    private static JudgedPair Pair(int need, int listing, int level) => new(Market.Id(need), Market.Id(listing), level, null);
}
