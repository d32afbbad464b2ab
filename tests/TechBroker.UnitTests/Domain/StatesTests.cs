using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;

namespace TechBroker.UnitTests.DomainRules;

/// <summary>The tables of states as domain.md draws them; every pair that is not in them is impossible.</summary>
internal sealed class StatesTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 23, 30, 0, TimeSpan.Zero);

    private static readonly Dictionary<(ListingState, ListingAction), ListingState> ListingSteps = new()
    {
        [(ListingState.Draft, ListingAction.Submit)] = ListingState.Submitted,
        [(ListingState.Draft, ListingAction.Publish)] = ListingState.Published,
        [(ListingState.Draft, ListingAction.Withdraw)] = ListingState.Withdrawn,
        [(ListingState.Submitted, ListingAction.Return)] = ListingState.Returned,
        [(ListingState.Submitted, ListingAction.Publish)] = ListingState.Published,
        [(ListingState.Submitted, ListingAction.Withdraw)] = ListingState.Withdrawn,
        [(ListingState.Returned, ListingAction.Submit)] = ListingState.Submitted,
        [(ListingState.Returned, ListingAction.Publish)] = ListingState.Published,
        [(ListingState.Returned, ListingAction.Withdraw)] = ListingState.Withdrawn,
        [(ListingState.Published, ListingAction.Suspend)] = ListingState.Suspended,
        [(ListingState.Published, ListingAction.Reserve)] = ListingState.Reserved,
        [(ListingState.Published, ListingAction.Transfer)] = ListingState.Transferred,
        [(ListingState.Published, ListingAction.Withdraw)] = ListingState.Withdrawn,
        [(ListingState.Published, ListingAction.Expire)] = ListingState.Expired,
        [(ListingState.Suspended, ListingAction.Submit)] = ListingState.Submitted,
        [(ListingState.Suspended, ListingAction.Publish)] = ListingState.Published,
        [(ListingState.Suspended, ListingAction.Withdraw)] = ListingState.Withdrawn,
        [(ListingState.Suspended, ListingAction.Expire)] = ListingState.Expired,
        [(ListingState.Reserved, ListingAction.Submit)] = ListingState.Submitted,
        [(ListingState.Reserved, ListingAction.Publish)] = ListingState.Published,
        [(ListingState.Reserved, ListingAction.Transfer)] = ListingState.Transferred,
        [(ListingState.Reserved, ListingAction.Withdraw)] = ListingState.Withdrawn,
        [(ListingState.Expired, ListingAction.Submit)] = ListingState.Submitted,
        [(ListingState.Expired, ListingAction.Publish)] = ListingState.Published,
        [(ListingState.Expired, ListingAction.Withdraw)] = ListingState.Withdrawn,
    };

    private static readonly Dictionary<(NeedState, NeedAction), NeedState> NeedSteps = new()
    {
        [(NeedState.Draft, NeedAction.Submit)] = NeedState.Triage,
        [(NeedState.Draft, NeedAction.Publish)] = NeedState.Published,
        [(NeedState.Draft, NeedAction.Withdraw)] = NeedState.Withdrawn,
        [(NeedState.Triage, NeedAction.Return)] = NeedState.Returned,
        [(NeedState.Triage, NeedAction.Publish)] = NeedState.Published,
        [(NeedState.Triage, NeedAction.Withdraw)] = NeedState.Withdrawn,
        [(NeedState.Returned, NeedAction.Submit)] = NeedState.Triage,
        [(NeedState.Returned, NeedAction.Publish)] = NeedState.Published,
        [(NeedState.Returned, NeedAction.Withdraw)] = NeedState.Withdrawn,
        [(NeedState.Published, NeedAction.Negotiate)] = NeedState.InNegotiation,
        [(NeedState.Published, NeedAction.Satisfy)] = NeedState.Satisfied,
        [(NeedState.Published, NeedAction.Withdraw)] = NeedState.Withdrawn,
        [(NeedState.Published, NeedAction.Expire)] = NeedState.Expired,
        [(NeedState.InNegotiation, NeedAction.Publish)] = NeedState.Published,
        [(NeedState.InNegotiation, NeedAction.Satisfy)] = NeedState.Satisfied,
        [(NeedState.InNegotiation, NeedAction.Withdraw)] = NeedState.Withdrawn,
        [(NeedState.Expired, NeedAction.Publish)] = NeedState.Published,
        [(NeedState.Expired, NeedAction.Withdraw)] = NeedState.Withdrawn,
    };

    [Test]
    public void ListingDo_EveryStateAndAction_FollowsTheTable([Values] ListingState state, [Values] ListingAction action)
    {
        var listing = Listing.Draft(Guid.NewGuid(), new ListingContent { Title = "t", Language = "en" }, null, Now.AddDays(-1)) with { State = state };

        if (listing.Do(action, Now, 730).Is(out var moved, out var error))
        {
            Assert.That((moved.State, moved.Revision, moved.UpdatedAt), Is.EqualTo((ListingSteps.GetValueOrDefault((state, action), state), 2, Now)));
            Assert.That(ListingSteps, Does.ContainKey((state, action)));
        }
        else
        {
            Assert.That((error.Code, error.Kind), Is.EqualTo(("listing-wrong-state", ErrorKind.Conflict)));
            Assert.That(ListingSteps, Does.Not.ContainKey((state, action)));
        }
    }

    [Test]
    public void NeedDo_EveryStateAndAction_FollowsTheTable([Values] NeedState state, [Values] NeedAction action)
    {
        var need = Need.Draft(Guid.NewGuid(), new NeedContent { Title = "t", Language = "en" }, null, Now.AddDays(-1)) with { State = state };

        if (need.Do(action, Now, 365).Is(out var moved, out var error))
        {
            Assert.That((moved.State, moved.Revision, moved.UpdatedAt), Is.EqualTo((NeedSteps.GetValueOrDefault((state, action), state), 2, Now)));
            Assert.That(NeedSteps, Does.ContainKey((state, action)));
        }
        else
        {
            Assert.That((error.Code, error.Kind), Is.EqualTo(("need-wrong-state", ErrorKind.Conflict)));
            Assert.That(NeedSteps, Does.Not.ContainKey((state, action)));
        }
    }

    [Test]
    public void ListingRevise_EveryState_IsPossibleUntilItLeftTheMarketForGood([Values] ListingState state)
    {
        var listing = Listing.Draft(Guid.NewGuid(), new ListingContent { Title = "t", Language = "en" }, null, Now) with { State = state };

        var revised = listing.Revise(new ListingContent { Title = "new", Language = "en" }, Now).Is(out var after, out _);

        Assert.That(revised, Is.EqualTo(state is not (ListingState.Transferred or ListingState.Withdrawn)));
        Assert.That((after?.State, after?.Revision, after?.Content.Title), Is.EqualTo(revised ? (state, 2, "new") : ((ListingState?)null, (int?)null, (string?)null)));
    }

    [Test]
    public void NeedRevise_DeadlineTakenOff_LivesItsFullLifetimeFromToday()
    {
        var deadline = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(30);
        var open = Need.Draft(Guid.NewGuid(), new NeedContent { Title = "t", Language = "en", Deadline = deadline }, null, Now)
            .Do(NeedAction.Publish, Now, 365).Value!;

        Assert.That(open.ExpiresOn, Is.EqualTo(deadline));
        Assert.That(
            open.Revise(open.Content with { Deadline = null }, Now, 365).Value!.ExpiresOn,
            Is.EqualTo(DateOnly.FromDateTime(Now.UtcDateTime).AddDays(365)));
    }

    [Test]
    public void NeedRevise_EveryState_IsPossibleUntilItIsMetOrTakenBack([Values] NeedState state)
    {
        var need = Need.Draft(Guid.NewGuid(), new NeedContent { Title = "t", Language = "en" }, null, Now) with { State = state };

        Assert.That(
            need.Revise(new NeedContent { Title = "new", Language = "en" }, Now, 365).Is(out _, out _),
            Is.EqualTo(state is not (NeedState.Satisfied or NeedState.Withdrawn)));
    }

    [Test]
    public void NeedPublish_OnTheDeadlineItself_IsPossibleAndADayLaterNot()
    {
        var need = Need.Draft(Guid.NewGuid(), new NeedContent { Title = "t", Language = "en", Deadline = new DateOnly(2026, 5, 4) }, null, Now);

        Assert.That(need.Do(NeedAction.Publish, Now, 365).Is(out var open, out _), Is.True);
        Assert.That(open!.ExpiresOn, Is.EqualTo(new DateOnly(2026, 5, 4)));
        Assert.That(need.Do(NeedAction.Publish, Now.AddHours(1), 365).Is(out _, out var late), Is.False);
        Assert.That((late!.Code, late.Kind), Is.EqualTo(("deadline-passed", ErrorKind.Rule)));
    }

    [Test]
    public void Publish_Again_KeepsTheFirstDayAndRenewsTheLast()
    {
        var listing = Listing.Draft(Guid.NewGuid(), new ListingContent { Title = "t", Language = "en" }, null, Now);
        listing.Do(ListingAction.Publish, Now, 10).Is(out var open, out _);
        open!.Do(ListingAction.Expire, Now.AddDays(11), 10).Is(out var expired, out _);

        expired!.Do(ListingAction.Publish, Now.AddDays(12), 10).Is(out var renewed, out _);

        Assert.That((renewed!.PublishedAt, renewed.ExpiresOn), Is.EqualTo((Now, new DateOnly(2026, 5, 26))));
    }
}
