using TechBroker.Domain;
using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Engagements;
using static TechBroker.Domain.Engagements.EngagementState;

namespace TechBroker.UnitTests.DomainRules;

/// <summary>Every action from every state, and the way from the introduction to the contract.</summary>
internal sealed class EngagementCourseTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 20, 0, 0, TimeSpan.Zero);

    // Four in the morning in Beijing.
    private static readonly DateOnly Today = new(2026, 5, 5);
    private static readonly Guid Manager = Guid.NewGuid(), Colleague = Guid.NewGuid();
    private static readonly Money Price = new("CNY", 1_000_000_00);

    /// <summary>State by action: where it leads; what is not here is refused.</summary>
    private static readonly Dictionary<(EngagementState, EngagementAction), EngagementState> Steps = new()
    {
        [(Proposed, EngagementAction.Interest)] = Interested,
        [(Proposed, EngagementAction.Decline)] = Closed,
        [(Proposed, EngagementAction.Close)] = Closed,
        [(Proposed, EngagementAction.HandOver)] = Proposed,
        [(Proposed, EngagementAction.Freeze)] = Proposed,
        [(Interested, EngagementAction.Interest)] = EngagementState.Mutual,
        [(Interested, EngagementAction.Decline)] = Closed,
        [(Interested, EngagementAction.Close)] = Closed,
        [(Interested, EngagementAction.HandOver)] = Interested,
        [(Interested, EngagementAction.Freeze)] = Interested,
        [(EngagementState.Mutual, EngagementAction.Decline)] = Closed,
        [(EngagementState.Mutual, EngagementAction.Introduce)] = Introduced,
        [(EngagementState.Mutual, EngagementAction.Close)] = Closed,
        [(EngagementState.Mutual, EngagementAction.HandOver)] = EngagementState.Mutual,
        [(EngagementState.Mutual, EngagementAction.Freeze)] = EngagementState.Mutual,
        [(Introduced, EngagementAction.Decline)] = Closed,
        [(Introduced, EngagementAction.Close)] = Closed,
        [(Introduced, EngagementAction.HandOver)] = Introduced,
        [(Introduced, EngagementAction.Freeze)] = Introduced,
        [(Introduced, EngagementAction.Arrange)] = Introduced,
        [(Introduced, EngagementAction.Meet)] = Met,
        [(Introduced, EngagementAction.Negotiate)] = Negotiating,
        [(Introduced, EngagementAction.Outcome)] = Introduced,
        [(Met, EngagementAction.Decline)] = Closed,
        [(Met, EngagementAction.Close)] = Closed,
        [(Met, EngagementAction.HandOver)] = Met,
        [(Met, EngagementAction.Freeze)] = Met,
        [(Met, EngagementAction.Arrange)] = Met,
        [(Met, EngagementAction.Meet)] = Met,
        [(Met, EngagementAction.Negotiate)] = Negotiating,
        [(Met, EngagementAction.Outcome)] = Met,
        [(Negotiating, EngagementAction.Decline)] = Closed,
        [(Negotiating, EngagementAction.Close)] = Closed,
        [(Negotiating, EngagementAction.HandOver)] = Negotiating,
        [(Negotiating, EngagementAction.Freeze)] = Negotiating,
        [(Negotiating, EngagementAction.Arrange)] = Negotiating,
        [(Negotiating, EngagementAction.Meet)] = Negotiating,
        [(Negotiating, EngagementAction.Negotiate)] = Negotiating,
        [(Negotiating, EngagementAction.Publicise)] = Publicity,
        [(Negotiating, EngagementAction.Outcome)] = Negotiating,
        [(Negotiating, EngagementAction.Sign)] = Signed,
        [(Publicity, EngagementAction.Decline)] = Closed,
        [(Publicity, EngagementAction.Close)] = Closed,
        [(Publicity, EngagementAction.HandOver)] = Publicity,
        [(Publicity, EngagementAction.Freeze)] = Publicity,
        [(Publicity, EngagementAction.Arrange)] = Publicity,
        [(Publicity, EngagementAction.Meet)] = Publicity,
        [(Publicity, EngagementAction.Negotiate)] = Negotiating,
        [(Publicity, EngagementAction.Object)] = Publicity,
        [(Publicity, EngagementAction.Outcome)] = Publicity,
        [(Publicity, EngagementAction.Sign)] = Signed,
        [(Signed, EngagementAction.HandOver)] = Signed,
        [(Signed, EngagementAction.Freeze)] = Signed,
        [(Signed, EngagementAction.Arrange)] = Signed,
        [(Signed, EngagementAction.Meet)] = Signed,
        [(Signed, EngagementAction.Unsign)] = Publicity,
        [(Closed, EngagementAction.Reopen)] = EngagementState.Mutual,
    };

    private static readonly EngagementAction[] WhileFrozen = [EngagementAction.Decline, EngagementAction.Close, EngagementAction.HandOver, EngagementAction.Unsign];

    // The actions whose steps others write have tests of their own; the table of states is asked about all.
    private static readonly EngagementAction[] Actions =
        [.. Enum.GetValues<EngagementAction>().Except([EngagementAction.Log, EngagementAction.Accept, EngagementAction.Dispatch, EngagementAction.Credit, EngagementAction.Move])];

    [Test]
    public void Step_OfEveryActionFromEveryState_IsThatOfTheTable([ValueSource(nameof(Actions))] EngagementAction action, [Values] EngagementState state, [Values] bool frozen)
    {
        var before = At(state) with { FrozenFor = frozen ? ConflictKind.DeclaredHolding : null };
        var possible = Steps.TryGetValue((state, action), out var expected);

        var outcome = Do(before, action);

        if (possible && (!frozen || state is Closed || WhileFrozen.Contains(action)))
        {
            Assert.That(outcome.Is(out var after, out var error), Is.True, $"{error}");
            Assert.That((after!.State, after.Revision, after.UpdatedAt), Is.EqualTo((expected, before.Revision + 1, Now)));
            Assert.That(EngagementStates.Allows(state, action), Is.True);
        }
        else
        {
            Assert.That(outcome.Is(out _, out var error), Is.False);
            Assert.That((error!.Code, error.Kind), Is.EqualTo((possible ? "engagement-frozen" : action is EngagementAction.Interest && At(state).IsLive ? "interest-already-recorded" : "engagement-wrong-state", ErrorKind.Conflict)));
            Assert.That(error.Message is { Zh.Length: > 10, En.Length: > 10 }, Is.True);
        }
    }

    [Test]
    public void Allows_OfTheStepsOfOthers_IsAsDrawn()
    {
        EngagementState[] live = [Proposed, Interested, EngagementState.Mutual, Introduced, Met, Negotiating, Publicity, Signed];
        Assert.Multiple(() =>
        {
            Assert.That(From(EngagementAction.Log), Is.Empty);
            Assert.That(From(EngagementAction.Accept), Is.EqualTo(live));
            Assert.That(From(EngagementAction.Credit), Is.EqualTo(live));
            Assert.That(From(EngagementAction.Dispatch), Is.EqualTo(live[..^1]));
            Assert.That(From(EngagementAction.Move), Is.EqualTo(live[..^1]));
        });

        static EngagementState[] From(EngagementAction action) => [.. Enum.GetValues<EngagementState>().Where(s => EngagementStates.Allows(s, action))];
    }

    [Test]
    public void Negotiate_OutOfPublicity_StopsTheClock()
    {
        var again = Ok(At(Publicity).Negotiate(PriceMode.Auction, Now));

        Assert.That((again.PriceMode, again.Price, again.PublicityFrom, again.PublicityDays), Is.EqualTo(((PriceMode?)PriceMode.Auction, (Money?)null, (DateOnly?)null, (int?)null)));
        Assert.That(Refused(again.Publicise(Price, Today, 15, Now)).Code, Is.EqualTo("publicity-not-needed"));
    }

    [Test]
    public void Object_DuringPublicity_StartsAllOfItsDaysAnew()
    {
        var publicised = Ok(At(Negotiating).Publicise(Price, Today.AddDays(-10), 15, Now));

        var objected = Ok(publicised.Object(Today.AddDays(-1), Now));

        Assert.That((publicised.PublicityEnds, objected.PublicityEnds), Is.EqualTo((Today.AddDays(5), Today.AddDays(14))));
        Assert.That(Refused(objected.Object(Today.AddDays(-2), Now)).Code, Is.EqualTo("objection-before-publicity"));
        Assert.That(Refused(objected.Object(Today.AddDays(1), Now)).Code, Is.EqualTo("day-in-future"));
    }

    [Test]
    public void Sign_BeforeThePublicityEnds_IsRefusedToTheDay()
    {
        var publicised = Ok(At(Negotiating).Publicise(Price, Today, 15, Now));

        Assert.That(Refused(publicised.Sign(Today.AddDays(14), true, Now)).Code, Is.EqualTo("publicity-runs"));
        Assert.That(Ok(publicised.Sign(Today.AddDays(15), true, Now)).State, Is.EqualTo(Signed));
    }

    [TestCase(PriceMode.Negotiated, true, "publicity-missing")]
    [TestCase(PriceMode.Negotiated, false, null)]
    [TestCase(PriceMode.Auction, true, null)]
    public void Sign_WithoutPublicity_IsRefusedToPublicInstitutionsThatNegotiate(PriceMode mode, bool publicSeller, string? code) =>
        Assert.That(Ok(At(Introduced).Negotiate(mode, Now)).Sign(Today, publicSeller, Now).Error?.Code, Is.EqualTo(code));

    [Test]
    public void Unsign_GoesBackToWhereItWasSignedFrom()
    {
        Assert.That(Ok(At(Signed).Unsign(Now)).State, Is.EqualTo(Publicity));
        Assert.That(Ok((At(Signed) with { PublicityFrom = null, PublicityDays = null }).Unsign(Now)).State, Is.EqualTo(Negotiating));
    }

    [Test]
    public void Agree_OnADay_LiesBetweenIntroductionAndToday()
    {
        var introduced = At(Introduced) with { IntroducedAt = Now.AddDays(-5) };

        Assert.That(Ok(introduced.Agree(EngagementOutcome.LetterOfIntent, Today, Now)) is { State: Introduced, Outcome: EngagementOutcome.LetterOfIntent }, Is.True);
        Assert.That(Ok(introduced.Agree(EngagementOutcome.Memorandum, Today.AddDays(-5), Now)).OutcomeOn, Is.EqualTo(Today.AddDays(-5)));
        Assert.That(Refused(introduced.Agree(EngagementOutcome.Memorandum, Today.AddDays(-6), Now)).Code, Is.EqualTo("day-before-introduction"));
        Assert.That(Refused(introduced.Agree(EngagementOutcome.Memorandum, Today.AddDays(1), Now)).Code, Is.EqualTo("day-in-future"));
    }

    [TestCase(0, 15, null)]
    [TestCase(30, 400, null)]
    [TestCase(-1, 15, "publicity-date")]
    [TestCase(31, 15, "publicity-date")]
    [TestCase(0, 14, "publicity-too-short")]
    public void PublicityTerms_OfDatesAndDays_AreAsSet(int ahead, int days, string? code) =>
        Assert.That(PublicityTerms.Fault(Today.AddDays(ahead), days, 15, Today)?.Code, Is.EqualTo(code));

    [TestCase("事业单位", true)]
    [TestCase(" publicinstitution ", true)]
    [TestCase("公办", true)]
    [TestCase("民办", false)]
    [TestCase("企业", false)]
    [TestCase(null, false)]
    public void IsPublicInstitution_ByItsNature_IsKnown(string? nature, bool expected) =>
        Assert.That(
            new Domain.Organisations.Organisation
            {
                Id = Guid.NewGuid(),
                Revision = 1,
                Name = "某校",
                Kind = Domain.Organisations.OrganisationKind.University,
                RegionCode = "110000",
                Nature = nature,
                CreatedAt = Now,
                UpdatedAt = Now,
            }.IsPublicInstitution,
            Is.EqualTo(expected));

    private static Outcome<Engagement> Do(Engagement engagement, EngagementAction action) => action switch
    {
        EngagementAction.Interest => engagement.Interest(EngagementSide.Need, Now),
        EngagementAction.Decline => engagement.Decline(EngagementSide.Need, CloseReason.Price, null, Now),
        EngagementAction.Introduce => engagement.Introduce(Manager, [], Now),
        EngagementAction.Close => engagement.Close(CloseReason.Timing, null, Now),
        EngagementAction.Reopen => engagement.Reopen([], Now),
        EngagementAction.HandOver => engagement.HandOver(Colleague, [], Now),
        EngagementAction.Freeze => engagement.Freeze(ConflictKind.SameEmployer, Now),
        EngagementAction.Arrange => engagement.Arrange(Now),
        EngagementAction.Meet => engagement.Meet(Now),
        EngagementAction.Negotiate => engagement.Negotiate(PriceMode.Negotiated, Now),
        EngagementAction.Publicise => engagement.Publicise(Price, Today, 15, Now),
        EngagementAction.Object => engagement.Object(Today, Now),
        EngagementAction.Outcome => engagement.Agree(EngagementOutcome.Memorandum, Today, Now),
        EngagementAction.Sign => engagement.Sign(Today.AddDays(30), false, Now),
        EngagementAction.Unsign => engagement.Unsign(Now),
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private static Engagement At(EngagementState state) => new()
    {
        Id = Guid.NewGuid(),
        Revision = 7,
        ListingId = Guid.NewGuid(),
        NeedId = Guid.NewGuid(),
        State = state,
        ListingInterestAt = state is Proposed ? null : Now.AddDays(-30),
        NeedInterestAt = state is Proposed or Interested ? null : Now.AddDays(-30),
        IntroducedAt = state is Proposed or Interested or EngagementState.Mutual ? null : Now.AddDays(-29),
        ManagerId = Manager,
        LoggedBy = Manager,
        PriceMode = state is Negotiating or Publicity or Signed ? PriceMode.Negotiated : null,
        Price = state is Publicity or Signed ? Price : null,
        PublicityFrom = state is Publicity or Signed ? Today.AddDays(-2) : null,
        PublicityDays = state is Publicity or Signed ? 15 : null,
        CloseReason = state is Closed ? CloseReason.Timing : null,
        CreatedAt = Now.AddDays(-31),
        UpdatedAt = Now.AddDays(-1),
    };

    private static Engagement Ok(Outcome<Engagement> outcome) => outcome.Is(out var value, out var error) ? value : throw new AssertionException(error.ToString());

    private static MarketError Refused(Outcome<Engagement> outcome) => outcome.Is(out var value, out var error) ? throw new AssertionException(value.ToString()) : error;
}
