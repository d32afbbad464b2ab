using FsCheck;
using FsCheck.Fluent;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Statistics;

namespace TechBroker.UnitTests.DomainRules;

internal sealed class StatisticsTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public void Split_OfAnyAmountAndShares_AddsUpAndIsFair() => Prop.ForAll(
        (from amount in Gen.Choose(int.MinValue, int.MaxValue)
         from factor in Gen.Elements(1L, 1_000_003L, 4_000_000_000L)
         from cuts in Gen.Choose(0, CreditSplit.Whole).ListOf(4)
         select (Amount: amount * factor, Cuts: cuts)).ToArbitrary(),
        made =>
        {
            int[] edges = [0, .. made.Cuts.Order(), CreditSplit.Whole];
            var shares = edges.Zip(edges.Skip(1), (a, b) => b - a).Select((points, i) => (new Guid(i, 0, 0, new byte[8]), points)).ToList();

            var parts = CreditSplit.Split(made.Amount, shares);

            Assert.That(parts.Sum(p => p.Amount), Is.EqualTo(made.Amount));
            Assert.That(parts.Zip(shares).All(p => Int128.Abs(((Int128)p.First.Amount * CreditSplit.Whole) - ((Int128)made.Amount * p.Second.points)) < CreditSplit.Whole), "nobody is a whole fen off");
            Assert.That(CreditSplit.Split(-made.Amount, shares).Select(p => -p.Amount), Is.EqualTo(parts.Select(p => p.Amount)), "a reversal takes back exactly what was given");
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Split_OfOneFen_GoesToTheLargestRemainder()
    {
        var (a, b) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));

        Assert.That(CreditSplit.Split(1, [(a, 4_000), (b, 6_000)]), Is.EqualTo(new[] { (a, 0L), (b, 1L) }));
        Assert.That(CreditSplit.Split(1, [(b, 5_000), (a, 5_000)]), Is.EqualTo(new[] { (b, 0L), (a, 1L) }), "on equal ones the smaller id");
    }

    [TestCase(9_999)]
    [TestCase(10_001)]
    public void Split_OfNoWhole_Throws(int points) => Assert.That(() => CreditSplit.Split(1, [(Guid.Empty, points)]), Throws.ArgumentException);

    [Test]
    public void Spread_OfTen_HasMeanOfTheMiddleAndTheNinth()
    {
        Assert.That(Spread.Of([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]), Is.EqualTo(new Spread(10, 5.5, 9)));
        Assert.That(Spread.Of([3]), Is.EqualTo(new Spread(1, 3, 3)));
        Assert.That(Spread.Of([]), Is.Null);
    }

    [Test]
    public void Mutual_AfterADecline_AsksThatSideAgain()
    {
        (EngagementAction, EngagementSide?, DateTimeOffset) At(EngagementAction action, EngagementSide side, int day) => (action, side, Start.AddDays(day));

        Assert.That(
            MutualInterest.Since([At(EngagementAction.Interest, EngagementSide.Listing, 1), At(EngagementAction.Decline, EngagementSide.Listing, 2), At(EngagementAction.Interest, EngagementSide.Need, 3)]),
            Is.Null);
        Assert.That(
            MutualInterest.Since(
            [
                At(EngagementAction.Interest, EngagementSide.Listing, 1), At(EngagementAction.Decline, EngagementSide.Listing, 2),
                At(EngagementAction.Interest, EngagementSide.Need, 3), At(EngagementAction.Interest, EngagementSide.Listing, 4),
            ]),
            Is.EqualTo(Start.AddDays(4)));
    }

    [Test]
    public void Funnel_OfSeveral_CountsStagesStepsAndLosses()
    {
        var funnel = Funnel.Of(
        [
            Course(null, 0, 1, 3, 4),
            Course(CloseReason.Price, 0, 5),
            Course(CloseReason.Price, 0, 7),
            Course(null, 0, 1, 2, 3, 20, 10),
        ]);

        Assert.Multiple(() =>
        {
            Assert.That(funnel.Reached, Is.EqualTo(new[] { 4, 4, 2, 2, 1, 1, 0 }));
            Assert.That(funnel.Closed, Is.EqualTo(2));
            Assert.That(funnel.Losses, Is.EqualTo(new[] { new FunnelLoss(CloseReason.Price, FunnelStage.Interested, EngagementSide.Need, 2) }));
            Assert.That(funnel.Steps[0], Is.EqualTo(new FunnelStep(FunnelStage.Proposed, FunnelStage.Interested, new Spread(4, 3, 7))));
            Assert.That(funnel.Steps.Select(s => s.To), Does.Not.Contain(FunnelStage.Negotiating), "a first meeting during the negotiation led to none");
        });
    }

    private static EngagementCourse Course(CloseReason? reason, params int[] days) => new()
    {
        Reached = [.. Enumerable.Range(0, 7).Select(i => i < days.Length ? Start.AddDays(days[i]) : (DateTimeOffset?)null)],
        CloseReason = reason,
        ClosedBySide = reason is null ? null : EngagementSide.Need,
    };
}
