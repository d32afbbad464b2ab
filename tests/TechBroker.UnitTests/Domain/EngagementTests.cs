using FsCheck;
using FsCheck.Fluent;
using TechBroker.Domain;
using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Vocabularies;
using static TechBroker.Domain.Engagements.EngagementState;

namespace TechBroker.UnitTests.DomainRules;

/// <summary>What an engagement may become, step by step and in any order of steps.</summary>
internal sealed class EngagementTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid Manager = Guid.NewGuid(), Colleague = Guid.NewGuid();
    private static readonly ConflictFinding[] Clean = [], Conflict = [new(ConflictKind.SameEmployer, EngagementSide.Need)];

    private static readonly DateOnly Today = new(2026, 5, 4);

    private static readonly EngagementAction[] Actions =
        [.. Enum.GetValues<EngagementAction>().Except([EngagementAction.Log, EngagementAction.Accept, EngagementAction.Dispatch, EngagementAction.Credit, EngagementAction.Move])];

    private static readonly Listing Offered = Listing.Draft(Guid.NewGuid(), new ListingContent { Title = "t", Language = "en" }, null, Now).Do(ListingAction.Publish, Now, 730).Value!;
    private static readonly Need Wanted = Need.Draft(Guid.NewGuid(), new NeedContent { Title = "t", Language = "en" }, null, Now).Do(NeedAction.Publish, Now, 365).Value!;

    private static Engagement Logged => Ok(Engagement.Log(Guid.NewGuid(), Offered, Wanted, Manager, Manager, Clean, "note", Now));

    private static Engagement Mutual => Ok(Ok(Logged.Interest(EngagementSide.Need, Now)).Interest(EngagementSide.Listing, Now));

    private static Engagement Introduced => Ok(Mutual.Introduce(Manager, Clean, Now));

    [Test]
    public void Log_OpenPair_IsProposedAndRunByItsManager() =>
        Assert.That((Logged.State, Logged.Revision, Logged.ManagerId, Logged.IsFrozen), Is.EqualTo((Proposed, 1, Manager, false)));

    [Test]
    public void Log_Conflict_IsRefusedByItsKindOnly()
    {
        var error = Refused(Engagement.Log(Guid.NewGuid(), Offered, Wanted, Manager, Manager, Conflict, null, Now));

        Assert.That((error.Code, error.Kind), Is.EqualTo(("conflict-of-interest", ErrorKind.Rule)));
        Assert.That(error.Message.En, Does.Contain("sameEmployer"));
    }

    [Test]
    public void Log_EndNotOnTheMarket_IsRefused()
    {
        var suspended = Offered.Do(ListingAction.Suspend, Now, 730).Value!;
        var withdrawn = Wanted.Do(NeedAction.Withdraw, Now, 365).Value!;

        Assert.That(Refused(Engagement.Log(Guid.NewGuid(), suspended, Wanted, Manager, Manager, Clean, null, Now)).Code, Is.EqualTo("listing-not-open"));
        Assert.That(Refused(Engagement.Log(Guid.NewGuid(), Offered, withdrawn, Manager, Manager, Clean, null, Now)).Code, Is.EqualTo("need-not-open"));
    }

    [Test]
    public void Interest_OfOneThenTheOther_IsInterestedThenMutual([Values] EngagementSide first)
    {
        var one = Ok(Logged.Interest(first, Now));
        var both = Ok(one.Interest(Other(first), Now));

        Assert.That((one.State, both.State), Is.EqualTo((Interested, EngagementState.Mutual)));
        Assert.That(Refused(one.Interest(first, Now)).Code, Is.EqualTo("interest-already-recorded"));
    }

    [Test]
    public void Introduce_BeforeMutualByAnotherOrInConflict_IsRefused()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Refused(Logged.Introduce(Manager, Clean, Now)).Code, Is.EqualTo("engagement-wrong-state"));
            Assert.That(Refused(Ok(Logged.Interest(EngagementSide.Need, Now)).Introduce(Manager, Clean, Now)).Code, Is.EqualTo("engagement-wrong-state"));
            Assert.That(Refused(Mutual.Introduce(Colleague, Clean, Now)).Code, Is.EqualTo("engagement-run-by-another"));
            Assert.That(Refused((Mutual with { ManagerId = null }).Introduce(Manager, Clean, Now)).Code, Is.EqualTo("engagement-unmanaged"));
            Assert.That(Refused(Mutual.Introduce(Manager, Conflict, Now)).Code, Is.EqualTo("conflict-of-interest"));
            Assert.That(Refused(Ok(Mutual.Freeze(ConflictKind.DeclaredHolding, Now)).Introduce(Manager, Clean, Now)).Code, Is.EqualTo("engagement-frozen"));
            Assert.That(Introduced.State, Is.EqualTo(EngagementState.Introduced));
        });
    }

    [Test]
    public void Decline_WithReason_ClosesAndTakesTheInterestBack()
    {
        var declined = Ok(Introduced.Decline(EngagementSide.Listing, CloseReason.Price, "too low", Now));

        Assert.That((declined.State, declined.CloseReason, declined.CloseNote, declined.ClosedBySide), Is.EqualTo((Closed, CloseReason.Price, "too low", EngagementSide.Listing)));
        Assert.That(Ok(declined.Reopen(Clean, Now)).State, Is.EqualTo(Interested));
    }

    [TestCase(null)]
    [TestCase("  ")]
    public void DeclineOrClose_OtherWithoutWords_IsRefused(string? note)
    {
        Assert.That(Refused(Mutual.Decline(EngagementSide.Need, CloseReason.Other, note, Now)).Code, Is.EqualTo("reason-unexplained"));
        Assert.That(Refused(Mutual.Close(CloseReason.Other, note, Now)).Code, Is.EqualTo("reason-unexplained"));
    }

    [Test]
    public void Reopen_OnceIntroduced_NeedsAnotherIntroduction()
    {
        var reopened = Ok(Ok(Introduced.Close(CloseReason.Timing, null, Now)).Reopen(Clean, Now));

        Assert.That((reopened.State, reopened.CloseReason), Is.EqualTo((EngagementState.Mutual, (CloseReason?)null)));
    }

    [Test]
    public void Reopen_ManagerInConflictByNow_IsFrozenAtOnce() =>
        Assert.That(Ok(Ok(Mutual.Close(CloseReason.Timing, null, Now)).Reopen(Conflict, Now)).FrozenFor, Is.EqualTo(ConflictKind.SameEmployer));

    [Test]
    public void HandOver_OfAFrozenOne_LiftsTheFreeze()
    {
        var frozen = Ok(Mutual.Freeze(ConflictKind.DeclaredInterest, Now));

        Assert.That(Refused(frozen.HandOver(Colleague, Conflict, Now)).Code, Is.EqualTo("conflict-of-interest"));
        Assert.That(Refused(Mutual.HandOver(Manager, Clean, Now)).Code, Is.EqualTo("engagement-same-manager"));
        Assert.That(Ok(frozen.HandOver(Colleague, Clean, Now)) is { FrozenFor: null, State: EngagementState.Mutual } moved && moved.ManagerId == Colleague, Is.True);
    }

    [Test]
    public void CloseForWithdrawal_OnlyUntilItIsMutual([Values] bool mutual)
    {
        var outcome = (mutual ? Mutual : Logged).CloseForWithdrawal(EngagementSide.Need, Now);

        Assert.That(outcome.Is(out var closed, out _), Is.EqualTo(!mutual));
        Assert.That((closed?.CloseReason, closed?.ClosedBySide), Is.EqualTo(mutual ? ((CloseReason?)null, (EngagementSide?)null) : (CloseReason.Withdrawn, EngagementSide.Need)));
    }

    [Test]
    public void CloseReasons_AreThoseOfTheVocabulary() =>
        Assert.That(Codes.All<CloseReason>(), Is.EquivalentTo(VocabularySet.Shipped()["close-reasons"].Terms.Select(t => t.Code)));

    [Test]
    public void AnySteps_InAnyOrder_KeepTheInvariants()
    {
        var reached = new HashSet<EngagementState>();
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Walk(new Random(seed), reached)).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
        Assert.That(reached, Is.EquivalentTo(Enum.GetValues<EngagementState>()), "or the walks say nothing about the rest");
    }

    private static void Walk(Random random, HashSet<EngagementState> reached)
    {
        var engagement = Logged;
        var start = engagement;
        for (var i = 1; i <= 60; i++)
        {
            var action = Actions[random.Next(Actions.Length)];

            // Rarely, or no walk gets far.
            if (action is EngagementAction.Decline or EngagementAction.Close or EngagementAction.Freeze && random.Next(4) > 0)
            {
                continue;
            }

            var (by, conflicts) = (random.Next(3) == 0 ? Colleague : Manager, random.Next(4) == 0 ? Conflict : Clean);
            var reason = (CloseReason)random.Next(12);
            var note = random.Next(2) == 0 ? "words" : null;
            var side = (EngagementSide)random.Next(2);
            var day = Today.AddDays(random.Next(-3, 20));
            var outcome = action switch
            {
                EngagementAction.Interest => engagement.Interest(side, Now.AddHours(i)),
                EngagementAction.Decline => engagement.Decline(side, reason, note, Now.AddHours(i)),
                EngagementAction.Introduce => engagement.Introduce(by, conflicts, Now.AddHours(i)),
                EngagementAction.Close => engagement.Close(reason, note, Now.AddHours(i)),
                EngagementAction.Reopen => engagement.Reopen(conflicts, Now.AddHours(i)),
                EngagementAction.HandOver => engagement.HandOver(by, conflicts, Now.AddHours(i)),
                EngagementAction.Freeze => engagement.Freeze(ConflictKind.SameEmployer, Now.AddHours(i)),
                _ => Later(engagement, action, day, random.Next(20), random.Next(2) == 0, Now.AddHours(i)),
            };
            if (!outcome.Is(out var next, out var error))
            {
                Require(error.Message is { Zh.Length: > 0, En.Length: > 0 }, "a refusal says why");
                continue;
            }

            Check(engagement, action, by, conflicts, next);
            CheckCourse(engagement, action, day, next);
            Require((next.Id, next.ListingId, next.NeedId, next.LoggedBy, next.CreatedAt) == (start.Id, start.ListingId, start.NeedId, start.LoggedBy, start.CreatedAt), "identity stays");
            engagement = next;
            reached.Add(next.State);
        }
    }

    private static void Check(Engagement before, EngagementAction action, Guid by, ConflictFinding[] conflicts, Engagement after)
    {
        var (listing, need) = (after.ListingInterestAt is not null, after.NeedInterestAt is not null);
        Require(after.Revision == before.Revision + 1 && after.UpdatedAt > before.UpdatedAt, "every step is a revision");
        Require(before.State is not Closed || action is EngagementAction.Reopen, "a closed one is only reopened");
        Require(before.State is Closed || !before.IsFrozen || action is EngagementAction.Decline or EngagementAction.Close or EngagementAction.HandOver or EngagementAction.Unsign, "a frozen one is only passed on or closed");
        Require(after.State is not EngagementState.Mutual || (listing && need), "mutual is both");
        Require(after.State is not Interested || listing != need, "interested is one");
        Require(after.State is not Proposed || (!listing && !need), "proposed is none");
        Require(after.State is not EngagementState.Introduced || (listing && need), "introduced is both");
        Require(
            after.State is not EngagementState.Introduced || before.State is EngagementState.Introduced
                || (action is EngagementAction.Introduce && before.State is EngagementState.Mutual && by == before.ManagerId && !before.IsFrozen && conflicts.Length == 0),
            "introduced only after mutual, by its manager, without conflict");
        Require(after.State is Closed == after.CloseReason is not null, "closed has a reason");
        Require(after.CloseReason is not CloseReason.Other || after.CloseNote is not null, "other has words");
        Require(action is not EngagementAction.HandOver || (!after.IsFrozen && after.ManagerId == by && conflicts.Length == 0), "handing over lifts the freeze");
    }

    private static Outcome<Engagement> Later(Engagement engagement, EngagementAction action, DateOnly day, int number, bool publicSeller, DateTimeOffset now) => action switch
    {
        EngagementAction.Arrange => engagement.Arrange(now),
        EngagementAction.Meet => engagement.Meet(now),
        EngagementAction.Negotiate => engagement.Negotiate((PriceMode)(number % 4), now),
        EngagementAction.Publicise => engagement.Publicise(new Money("CNY", 100 + number), day, number, now),
        EngagementAction.Object => engagement.Object(day, now),
        EngagementAction.Outcome => engagement.Agree((EngagementOutcome)(number % 2), day, now),
        EngagementAction.Sign => engagement.Sign(day, publicSeller, now),
        _ => engagement.Unsign(now),
    };

    private static void CheckCourse(Engagement before, EngagementAction action, DateOnly day, Engagement after)
    {
        Require(EngagementStates.Allows(before.State, action), "only what the table allows");
        Require(
            after.State is not (EngagementState.Introduced or Met or Negotiating or EngagementState.Publicity or Signed)
                || after is { ListingInterestAt: not null, NeedInterestAt: not null, IntroducedAt: not null },
            "beyond the introduction both sides are interested");
        Require(after.State is not Met || before.State is EngagementState.Introduced or Met, "met only after the introduction");
        Require(after.State is not Signed || before.State is Signed || (action is EngagementAction.Sign && before.State is Negotiating or EngagementState.Publicity), "signed only out of a negotiation");
        Require(action is not EngagementAction.Sign || before.PublicityEnds is not { } ends || day >= ends, "signed only after the publicity");
        Require(after.State is not (Negotiating or EngagementState.Publicity or Signed) || after.PriceMode is not null, "a negotiation has its price mode");
        Require(after.State is EngagementState.Publicity == after is { State: not (Signed or Closed), PublicityEnds: not null }, "publicity has its clock, and nothing else has");
        Require(after.State is not EngagementState.Publicity || after is { PriceMode: PriceMode.Negotiated, Price: not null }, "what is public is a negotiated price");
        Require(
            before.State is not EngagementState.Publicity || after.State is not EngagementState.Publicity || (after.PublicityEnds >= before.PublicityEnds && after.Price == before.Price),
            "a publicity is never shortened");
        Require(action is EngagementAction.Outcome || (after.Outcome, after.OutcomeOn) == (before.Outcome, before.OutcomeOn), "an outcome stays on record");
        Require(action is not EngagementAction.Outcome || after.State == before.State, "an outcome is no contract");
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new AssertionException(what);
        }
    }

    private static EngagementSide Other(EngagementSide side) => side is EngagementSide.Listing ? EngagementSide.Need : EngagementSide.Listing;

    private static Engagement Ok(Outcome<Engagement> outcome) => outcome.Is(out var value, out var error) ? value : throw new AssertionException(error.ToString());

    private static MarketError Refused(Outcome<Engagement> outcome) => outcome.Is(out var value, out var error) ? throw new AssertionException(value.ToString()) : error;
}
