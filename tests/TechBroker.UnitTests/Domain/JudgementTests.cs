using FsCheck;
using FsCheck.Fluent;
using TechBroker.Domain.Engagements;
using static TechBroker.Domain.Engagements.EngagementAction;

namespace TechBroker.UnitTests.DomainRules;

public sealed class JudgementTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static IEnumerable<TestCaseData> Logs()
    {
        static TestCaseData Case(string log, int? level) => new TestCaseData(log, level).SetName($"Of_{log}_Is{level?.ToString() ?? "Nothing"}");
        yield return Case("log", null);
        yield return Case("log handOver freeze", null);
        yield return Case("log interest", 3);
        yield return Case("log interest interest", 3);
        yield return Case("log interest interest introduce", 3);
        yield return Case("log interest interest introduce meet", 3);
        yield return Case("log interest interest introduce outcome", 4);
        yield return Case("log interest interest introduce meet negotiate", 4);
        yield return Case("log interest interest introduce negotiate publicise object", 4);
        yield return Case("log interest interest introduce negotiate sign", 4);
        yield return Case("log interest interest introduce negotiate sign unsign", 4);
        foreach (var reason in new[] { "price", "timing", "capacity", "foundElsewhere", "unresponsive" })
        {
            yield return Case($"log decline:{reason}", null);
            yield return Case($"log interest decline:{reason}", 3);
            yield return Case($"log interest interest introduce negotiate close:{reason}", 3);
        }

        foreach (var reason in new[] { "maturity", "other" })
        {
            yield return Case($"log decline:{reason}", 2);
            yield return Case($"log interest interest introduce meet close:{reason}", 2);
            yield return Case($"log interest decline:{reason} reopen", 2);
            yield return Case($"log interest decline:{reason} reopen interest", 3);
        }

        foreach (var reason in new[] { "ipUnclear", "compliance", "conflict", "withdrawn", "duplicate" })
        {
            yield return Case($"log decline:{reason}", null);
            yield return Case($"log interest interest introduce negotiate close:{reason}", null);
            yield return Case($"log interest close:{reason} reopen", null);
            yield return Case($"log interest close:{reason} reopen interest", 3);
        }

        yield return Case("log interest interest introduce negotiate close:price reopen", 3);
        yield return Case("log interest close:price reopen interest introduce negotiate", 4);
    }

    [TestCaseSource(nameof(Logs))]
    public void Of_Log_FollowsTheTable(string log, int? level) => Assert.That(Judgement.Of(Steps(log))?.Level, Is.EqualTo(level));

    [Test]
    public void Of_EveryReason_IsDecided() => Assert.That(
        Enum.GetValues<CloseReason>().Select(reason => Judgement.Of([new(Interest, Start), new(Close, Start, null, reason)])?.Level),
        Is.EqualTo(new int?[] { 3, 2, null, 3, 3, 3, null, null, 3, null, null, 2 }));

    [Test]
    public void Of_LaterRoutine_KeepsTheDayOfWhatGaveTheLevel()
    {
        var judgement = Judgement.Of(Steps("log interest interest introduce meet handOver"));

        Assert.That(judgement!.At, Is.EqualTo(Start.AddDays(1)));
    }

    [Test]
    public void OfPairs_TwoEngagements_TheNewestThatSaysSomethingCounts()
    {
        var (need, listing) = (Guid.NewGuid(), Guid.NewGuid());
        var first = new JudgedEngagement(Guid.NewGuid(), need, listing, Steps("log interest interest introduce close:price"));
        var second = new JudgedEngagement(Guid.NewGuid(), need, listing, Steps("log decline:maturity", Start.AddYears(1)));
        var third = new JudgedEngagement(Guid.NewGuid(), need, listing, Steps("log close:duplicate", Start.AddYears(2)));

        Assert.That(JudgementsOfPairs.Of([third, first, second], null).Select(p => p.Judgement.Level), Is.EqualTo(new[] { 2 }));
        Assert.That(JudgementsOfPairs.Of([first, third], null).Select(p => p.Judgement.Level), Is.EqualTo(new[] { 3 }));
        Assert.That(JudgementsOfPairs.Of([first, third], Start.AddDays(2)), Is.Empty);
        Assert.That(JudgementsOfPairs.Of([first, second], Start.AddDays(2)), Has.Count.EqualTo(1));
    }

    [Test]
    public void OfPairs_AnyOrderOfEngagements_GivesTheSame()
    {
        string[] logs = ["log", "log interest", "log interest interest introduce negotiate sign", "log decline:maturity", "log interest decline:price", "log close:conflict"];
        var engagement =
            from id in Gen.Choose(1, 1_000_000)
            from need in Gen.Choose(1, 3)
            from listing in Gen.Choose(1, 3)
            from log in Gen.Elements(logs)
            from day in Gen.Choose(0, 2)
            select new JudgedEngagement(new Guid(id, 0, 0, new byte[8]), new Guid(need, 0, 0, new byte[8]), new Guid(listing, 0, 0, new byte[8]), Steps(log, Start.AddDays(day)));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(
                (from drawn in engagement.ArrayOf(12)
                 let once = drawn.DistinctBy(e => e.Id).ToArray()
                 from shuffled in Gen.Shuffle(once)
                 select (once, shuffled)).ToArbitrary(),
                pair => JudgementsOfPairs.Of(pair.once, null).SequenceEqual(JudgementsOfPairs.Of(pair.shuffled, null))));
    }

    [Test]
    public void Ends_DeclineAndClosing_AreKeptThoughOvertaken() => Assert.That(
        new JudgedEngagement(default, default, default, Steps("log decline:price reopen interest close:capacity")).Ends.Select(s => s.Reason),
        Is.EqualTo(new CloseReason?[] { CloseReason.Price, CloseReason.Capacity }));

    /// <summary>One step a day.</summary>
    private static List<JudgementStep> Steps(string log, DateTimeOffset? start = null) =>
    [
        .. log.Split(' ').Select((word, day) =>
        {
            var parts = word.Split(':');
            return new JudgementStep(
                Enum.Parse<EngagementAction>(parts[0], ignoreCase: true),
                (start ?? Start).AddDays(day),
                null,
                parts.Length > 1 ? Enum.Parse<CloseReason>(parts[1], ignoreCase: true) : null);
        }),
    ];
}
