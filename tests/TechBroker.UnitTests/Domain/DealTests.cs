using FsCheck;
using FsCheck.Fluent;
using TechBroker.Domain;
using TechBroker.Domain.Deals;
using static TechBroker.Domain.Deals.DealState;

namespace TechBroker.UnitTests.DomainRules;

/// <summary>What a contract may become, and that its ledger adds up whatever is tried in whatever order.</summary>
internal sealed class DealTests
{
    private const string Number = "20261100000001";
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly Guid Recorder = Guid.NewGuid(), Second = Guid.NewGuid();

    private static readonly Dictionary<DealState, DealAction[]> Possible = new()
    {
        [PendingApproval] = [DealAction.Approve, DealAction.Reject],
        [Rejected] = [],
        [Signed] = [DealAction.Register, DealAction.Refuse, DealAction.Pay, DealAction.ReversePayment, DealAction.Complete, DealAction.Breach, DealAction.Terminate, DealAction.Reverse],
        [Registered] = [DealAction.Pay, DealAction.ReversePayment, DealAction.Complete, DealAction.Breach, DealAction.Terminate, DealAction.Reverse],
        [DealState.Refused] = [DealAction.Register, DealAction.Refuse, DealAction.Pay, DealAction.ReversePayment, DealAction.Complete, DealAction.Breach, DealAction.Terminate, DealAction.Reverse],
        [Performing] = [DealAction.Register, DealAction.Refuse, DealAction.Pay, DealAction.ReversePayment, DealAction.Complete, DealAction.Breach, DealAction.Terminate, DealAction.Reverse],
        [Completed] = [DealAction.Pay, DealAction.ReversePayment, DealAction.Reverse],
        [Breached] = [DealAction.Pay, DealAction.ReversePayment, DealAction.Reverse],
        [Terminated] = [DealAction.Pay, DealAction.ReversePayment, DealAction.Reverse],
        [Reversed] = [],
    };

    [Test]
    public void Allows_EachStateAndAction_IsTheTable([Values] DealState state, [Values] DealAction action) =>
        Assert.That(DealStates.Allows(state, action), Is.EqualTo(Possible[state].Contains(action)));

    [Test]
    public void Do_ImpossibleAction_SaysTheStateAndARemedy([Values] DealState state, [Values] DealAction action)
    {
        if (action is DealAction.Record || Possible[state].Contains(action))
        {
            return;
        }

        var error = Do(Book() with { Deal = Book().Deal with { State = state } }, action).Error!;
        Assert.That((error.Code, error.Kind), Is.EqualTo(("deal-wrong-state", ErrorKind.Conflict)));
        Assert.That(error.Message.En, Does.Contain(Codes.Of(state)).And.EndWith("."));
        Assert.That(error.Message.Zh, Does.EndWith("。"));
    }

    [Test]
    public void Record_WithoutAndWithApproval_IsInForceOrWaits()
    {
        Assert.That((Book().Deal.State, Book().Total(LedgerKind.Signed).MinorUnits, Book().Lines.Count), Is.EqualTo((Signed, 1_000, 1)));
        Assert.That((Pending().Deal.State, Pending().Lines.Count), Is.EqualTo((PendingApproval, 0)));
    }

    [Test]
    public void Approve_BySamePersonOrAnother_IsRefusedOrInForce()
    {
        Assert.That(Pending().Approve(Recorder, Now).Error!.Code, Is.EqualTo("approval-by-recorder"));
        Assert.That(Pending().Reject(Recorder, Now).Error!.Code, Is.EqualTo("approval-by-recorder"));
        var approved = Ok(Pending().Approve(Second, Now));
        Assert.That((approved.Deal.State, approved.Deal.DecidedBy, approved.Deal.Revision, approved.Total(LedgerKind.Signed).MinorUnits), Is.EqualTo((Signed, Second, 2, 1_000)));
        Assert.That(Ok(Pending().Reject(Second, Now)) is { Deal.State: Rejected, Lines.Count: 0 });
    }

    [Test]
    public void Register_AfterRefusalOrAdvance_GoesOnWhereItStands()
    {
        var refused = Ok(Book().RefuseRegistration("缺材料", Day, Now));
        Assert.That(refused.Deal.State, Is.EqualTo(DealState.Refused));
        Assert.That(Ok(Do(refused, DealAction.Register)).Deal.State, Is.EqualTo(Registered));
        var advanced = Ok(Pay(Book(), 10));
        Assert.That(advanced.Deal.State, Is.EqualTo(Signed));
        Assert.That(Ok(Do(advanced, DealAction.Register)).Deal.State, Is.EqualTo(Performing));
        Assert.That(Do(Ok(Do(advanced, DealAction.Register)), DealAction.Register).Error!.Code, Is.EqualTo("already-registered"));
        Assert.That(Book().Register(Number, Day.AddDays(-1), null, Recorder, Now).Error!.Code, Is.EqualTo("before-signing"));
    }

    [Test]
    public void Pay_FirstOfRegistered_Performs_AndItsReversalUndoesThat()
    {
        var paid = Ok(Pay(Ok(Do(Book(), DealAction.Register)), 400));
        Assert.That((paid.Deal.State, paid.Total(LedgerKind.Paid).MinorUnits), Is.EqualTo((Performing, 400)));
        var back = Ok(paid.ReversePayment(3, "重复", Recorder, Now));
        Assert.That((back.Deal.State, back.Total(LedgerKind.Paid).MinorUnits, back.Lines[^1].Reverses, back.Lines[^1].Day), Is.EqualTo((Registered, 0, 3, Day)));
        Assert.That(back.ReversePayment(3, "再次", Recorder, Now).Error!.Code, Is.EqualTo("payment-reversed"));
        Assert.That(back.ReversePayment(1, "不是付款", Recorder, Now).Error!.Code, Is.EqualTo("payment-not-found"));
        Assert.That(back.ReversePayment(4, "冲销的冲销", Recorder, Now).Error!.Code, Is.EqualTo("payment-not-found"));
    }

    [Test]
    public void Pay_BeyondTheAmount_NeedsARoyaltyAndNeverOverflows()
    {
        Assert.That(Pay(Ok(Pay(Book(), 1_000)), 1).Error!.Code, Is.EqualTo("payments-exceed-amount"));
        var royalty = Book(PaymentPlan.Royalty);
        Assert.That(Ok(Pay(royalty, Money.Largest)).Total(LedgerKind.Paid).MinorUnits, Is.EqualTo(Money.Largest));
        Assert.That(Pay(Ok(Pay(royalty, Money.Largest)), 1).Error!.Code, Is.EqualTo("amount-too-large"));
        Assert.That(Pay(royalty, long.MaxValue).Error!.Code, Is.EqualTo("amount-too-large"));
        Assert.That(royalty.Pay(new Money("USD", 1), Day, null, Recorder, Now).Error!.Code, Is.EqualTo("currency-differs"));
        Assert.That(royalty.Pay(new Money("CNY", 1), Day.AddDays(-1), null, Recorder, Now).Error!.Code, Is.EqualTo("before-signing"));
    }

    [Test]
    public void Reverse_RegisteredAndPaid_TakesBackEachLineOnItsDay()
    {
        var reversed = Ok(Do(Ok(Pay(Ok(Do(Book(), DealAction.Register)), 400)), DealAction.Reverse));
        Assert.That((reversed.Deal.State, reversed.Lines.Count, reversed.Standing.Count()), Is.EqualTo((Reversed, 6, 0)));
        Assert.That(reversed.Lines.GroupBy(l => (l.Kind, l.Day)).Select(g => g.Sum(l => l.MinorUnits)), Is.All.Zero);
    }

    /// <summary>Steps in any order, amounts from nothing to the largest number there is.</summary>
    [Test]
    public void Ledger_AnySequenceOfSteps_AddsUpToWhatStands()
    {
        var step = ArbMap.Default.GeneratorFor<(byte Action, int Amount, byte Line)>();
        var run = Gen.Choose(0, 3).SelectMany(plan => step.ListOf(30).Select(steps => (Plan: (PaymentPlan)plan, Steps: steps))).ToArbitrary();
        Prop.ForAll(run, r => Holds(r.Plan, r.Steps)).QuickCheckThrowOnFailure();
    }

    private static bool Holds(PaymentPlan plan, IEnumerable<(byte Action, int Amount, byte Line)> steps)
    {
        var book = Book(plan);
        foreach (var (code, amount, line) in steps)
        {
            var action = Enum.GetValues<DealAction>()[1 + (code % 10)];
            var outcome = action switch
            {
                DealAction.Pay => Pay(book, amount % 7 == 0 ? Money.Largest : Math.Abs((long)amount) % 600),
                DealAction.ReversePayment => book.ReversePayment(line % 12, "误", Recorder, Now),

                // Seldom, or every sequence ends at once.
                DealAction.Reverse when amount % 5 != 0 => DealErrors.TooMuch(),
                _ => Do(book, action),
            };
            if (!outcome.Is(out var next, out _))
            {
                continue;
            }

            var kinds = Enum.GetValues<LedgerKind>();
            var deal = next.Deal;
            if (!Possible[book.Deal.State].Contains(action)
                || deal.Revision != book.Deal.Revision + 1
                || !next.Lines.Take(book.Lines.Count).SequenceEqual(book.Lines)
                || kinds.Any(k => next.Total(k).MinorUnits < 0 || next.Total(k).MinorUnits > Money.Largest)
                || kinds.Any(k => next.Total(k).MinorUnits != next.Standing.Where(l => l.Kind == k).Sum(l => l.MinorUnits))
                || next.Lines.GroupBy(l => (l.Kind, l.Day)).Any(g => g.Sum(l => l.TechnologyMinorUnits) < 0)
                || (!deal.HasRoyalty && next.Total(LedgerKind.Paid).MinorUnits > deal.Amount.MinorUnits)
                || (deal.State is Reversed && (kinds.Any(k => next.Total(k).MinorUnits != 0) || next.Lines.Sum(l => l.TechnologyMinorUnits) != 0))
                || (deal.Stands && next.Total(LedgerKind.Signed) != deal.Amount)
                || (deal.Stands && next.Total(LedgerKind.Registered).MinorUnits != (deal.RegisteredOn is null ? 0 : deal.Amount.MinorUnits))
                || (deal.State is Performing) != (next.HasPayments && deal.State is not (Signed or Completed or Breached or Terminated)))
            {
                return false;
            }

            book = next;
        }

        return true;
    }

    private static Outcome<DealBook> Do(DealBook book, DealAction action) => action switch
    {
        DealAction.Approve => book.Approve(Second, Now),
        DealAction.Reject => book.Reject(Second, Now),
        DealAction.Register => book.Register(Number, Day, "北京", Recorder, Now),
        DealAction.Refuse => book.RefuseRegistration("缺材料", Day, Now),
        DealAction.Pay => Pay(book, 1),
        DealAction.ReversePayment => book.ReversePayment(1, "误", Recorder, Now),
        DealAction.Reverse => book.Reverse("误录", Recorder, Now),
        _ => book.End(action, Day, "原因", Now),
    };

    private static Outcome<DealBook> Pay(DealBook book, long units) => book.Pay(new Money("CNY", units), Day, null, Recorder, Now);

    private static DealBook Ok(Outcome<DealBook> outcome)
    {
        Assert.That(outcome.Error, Is.Null);
        return outcome.Value!;
    }

    private static DealBook Pending() => DealSteps.Record(Book().Deal, needsApproval: true);

    private static DealBook Book(PaymentPlan plan = PaymentPlan.Once) => DealSteps.Record(
        new Deal
        {
            Id = Guid.NewGuid(),
            Revision = 1,
            State = Signed,
            ContractType = ContractType.Licence,
            Title = "磁体许可",
            Amount = new Money("CNY", 1_000),
            TechnologyMinorUnits = 800,
            PaymentPlan = plan,
            Terms = new DealTerms(),
            SignedOn = Day,
            Parties = [],
            RecordedBy = Recorder,
            CreatedAt = Now,
            UpdatedAt = Now,
        },
        needsApproval: false);
}
