using TechBroker.Matching;
using TechBroker.Matching.Learning;

namespace TechBroker.UnitTests.Matching;

public sealed class RefitTests
{
    private static readonly string[] Topics = ["锂离子电池", "质子交换膜", "工业机器人", "超导磁体", "污水处理"];

    [Test]
    public void Run_LevelsThatWereWrong_AreClearlyBetterOnUnseenPairs()
    {
        var (listings, needs, judged) = Judged(needs: 30);
        var wrong = MatchingParameters.Default with { Version = "wrong", Levels = [1e-5, 1e-4, 1e-3], Grading = GradingParameters.None };

        var result = Refit.Run(listings, needs, judged, wrong);

        Assert.That(result.Verdict, Is.EqualTo(RefitVerdict.Better));
        Assert.That(result.New.Score, Is.GreaterThan(result.Old.Score));
        Assert.That(result.Folds.Select(f => f.Fold), Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(result.Fitted.Version, Is.EqualTo($"wrong-fit{result.Fitted.Fingerprint()}"));
        Assert.That((result.Fitted.Fault(), result.Fitted.Engine), Is.EqualTo(((string?)null, MatchingParameters.EngineFormula)));
    }

    [Test]
    public void Run_LevelsAtRandom_KeepsTheOld()
    {
        var (listings, needs, judged) = Judged(needs: 30);
        var random = new Random(7);

        var result = Refit.Run(listings, needs, [.. judged.Select(pair => pair with { Level = random.Next(1, 5) })], MatchingParameters.Default);

        Assert.That(result.Verdict, Is.EqualTo(RefitVerdict.NotBetter));
        Assert.That(result.Fitted.Text, Is.EqualTo(MatchingParameters.Default.Text), "noise moves no weight");
    }

    [Test]
    public void Run_FewNeeds_SaysSo()
    {
        var (listings, needs, judged) = Judged(needs: 6);

        Assert.That(Refit.Run(listings, needs, judged, MatchingParameters.Default).Verdict, Is.EqualTo(RefitVerdict.TooFew));
    }

    [Test]
    public void Run_Twice_GivesTheSame()
    {
        var (listings, needs, judged) = Judged(needs: 12);

        var (first, second) = (Refit.Run(listings, needs, judged, MatchingParameters.Default), Refit.Run(listings, needs, judged, MatchingParameters.Default));

        Assert.That(second.Fitted.ToJson(), Is.EqualTo(first.Fitted.ToJson()));
        Assert.That((second.Old, second.New), Is.EqualTo((first.Old, first.New)));
    }

    [Test]
    public void Run_FoldUnderTest_IsNotFittedOn()
    {
        // In the last fold alone everything is judged strong, so that a fit that sees it grades higher.
        var (listings, needs, judged) = Judged(needs: 30);
        List<JudgedPair> turned = [.. judged.Select(pair => pair with { Level = pair.Fold == 2 ? 4 : 1 })];
        List<JudgedPair> unseen = [.. turned.Where(pair => pair.Fold == 2)];
        var start = MatchingParameters.Default;
        FitFigures FiguresOf(MatchingParameters parameters) => Graded.Of(listings, needs, unseen, parameters).Figures;

        var result = Refit.Run(listings, needs, turned, start);

        Assert.That(result.Folds[2].New, Is.EqualTo(FiguresOf(Fit.Run(listings, needs, [.. turned.Where(pair => pair.Fold != 2)], start))));
        Assert.That(result.Folds[2].New, Is.Not.EqualTo(FiguresOf(result.Fitted)));
    }

    [Test]
    public void Run_PairsOnOneSideOfALevel_LeaveItWhereItWas()
    {
        // As engagements have it: nobody judges the unrelated.
        var (listings, needs, judged) = Judged(needs: 30);

        var fitted = Fit.Run(listings, needs, [.. judged.Select(pair => pair with { Level = Math.Max(2, pair.Level) })], MatchingParameters.Default);

        Assert.That(fitted.Levels[0], Is.EqualTo(MatchingParameters.Default.Levels[0]));
        Assert.That(fitted.Levels, Is.Ordered);
    }

    [Test]
    public void Towards_FewPairs_MoveALevelLittle()
    {
        static List<ScoredPair> Pairs(int of) => [.. Enumerable.Range(0, of).Select(i => new ScoredPair(new(default, default, i % 2 == 0 ? 4 : 1, null), i % 2 == 0 ? 0.9 : 0.1))];
        double[] old = [0.2, 0.5, 0.6];
        double[] fitted = [0.8, 0.8, 0.8];

        Assert.That(Calibration.Towards(Pairs(10), fitted, old, 50)[0], Is.EqualTo(0.2 + (0.6 * 5 / 55)).Within(1e-12));
        Assert.That(Calibration.Towards(Pairs(10_000), fitted, old, 50), Is.All.EqualTo(0.8).Within(0.01));
    }

    [Test]
    public void Of_KnownIds_NeverMoves()
    {
        // Files that were exported before are compared with those exported later.
        Assert.That(Enumerable.Range(0, 12).Select(i => Folds.Of($"N-{i:000}", 3)), Is.EqualTo(KnownFolds));
        Assert.That(
            Enumerable.Range(0, 3_000).GroupBy(i => Folds.Of(new Guid(i, 0, 0, new byte[8]).ToString("D"), 3)).Select(fold => fold.Count()).ToList(),
            Has.Count.EqualTo(3).And.All.InRange(800, 1200));
    }

    [Test]
    public void Fault_NumbersAndVersionThatDoNotBelongTogether_AreNamed()
    {
        var (listings, needs, judged) = Judged(needs: 12);
        var fitted = Fit.Run(listings, needs, judged, MatchingParameters.Default);

        Assert.That(MatchingParameters.Default.Fault(), Is.Null);
        Assert.That(fitted.Fault(), Is.Null);
        Assert.That((fitted with { Engine = "0.9" }).Fault(), Does.Contain("engine 0.9"));
        Assert.That((fitted with { Levels = [0.1, 0.2, 0.3] }).Fault(), Does.Contain("changed after they were fitted"));
        Assert.That((MatchingParameters.Default with { Levels = [0.1, 0.2, 0.3] }).Fault(), Does.Contain(MatchingParameters.Default.Version));
        Assert.That((MatchingParameters.Default with { Levels = [0.1, 0.2, 0.3], Version = "ours" }).Fault(), Is.Null);
        Assert.That(Fit.Run(listings, needs, [.. judged.Take(30)], fitted).Version, Does.StartWith($"{MatchingParameters.Default.Version}-fit").And.Length.EqualTo(fitted.Version.Length));
    }

    private static readonly int[] KnownFolds = [2, 1, 0, 2, 0, 2, 1, 0, 0, 2, 1, 2];

    /// <summary>Each need has two listings of its own words, one of its topic and one of another.</summary>
    private static (List<MarketItem> Listings, List<MarketItem> Needs, List<JudgedPair> Judged) Judged(int needs)
    {
        var (listings, wanted, judged) = (new List<MarketItem>(), new List<MarketItem>(), new List<JudgedPair>());
        for (var i = 1; i <= needs; i++)
        {
            var (topic, other) = (Topics[i % Topics.Length], Topics[(i + 1) % Topics.Length]);
            wanted.Add(Market.Need($"{topic}关键材料研发", i));
            string[] titles = [$"{topic}关键材料研发", $"{topic}关键材料", $"{topic}装置", $"{other}装置"];
            for (var t = 0; t < titles.Length; t++)
            {
                listings.Add(Market.Listing(titles[t], (i * 10) + t));
                judged.Add(new JudgedPair(Market.Id(i), Market.Id((i * 10) + t), 4 - t, i % 3));
            }
        }

        return (listings, wanted, judged);
    }
}
