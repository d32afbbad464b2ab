namespace TechBroker.Domain.Deals;

/// <summary>What can happen to a contract: one decision for each action. Whether the caller may try is decided before.</summary>
public static class DealSteps
{
    /// <summary>The first entry: in force at once with its ledger line, or waiting for a second person without one.</summary>
    public static DealBook Record(Deal deal, bool needsApproval)
    {
        var book = new DealBook(deal with { Revision = 1, State = needsApproval ? DealState.PendingApproval : DealState.Signed }, []);
        return needsApproval ? book : book.Signed(deal.RecordedBy, deal.CreatedAt);
    }

    public static Outcome<DealBook> Approve(this DealBook book, Guid by, DateTimeOffset now) =>
        Refuse(book, DealAction.Approve) is { } refused ? refused
        : by == book.Deal.RecordedBy ? DealErrors.OwnApproval()
        : book.Next(book.Deal with { State = DealState.Signed, DecidedBy = by }, now).Signed(by, now);

    public static Outcome<DealBook> Reject(this DealBook book, Guid by, DateTimeOffset now) =>
        Refuse(book, DealAction.Reject) is { } refused ? refused
        : by == book.Deal.RecordedBy ? DealErrors.OwnApproval()
        : book.Next(book.Deal with { State = DealState.Rejected, DecidedBy = by }, now);

    /// <param name="book">Not registered yet.</param>
    /// <param name="number">14 or 16 digits; whether another contract has it only the database knows.</param>
    /// <param name="on">Not before the day of signing.</param>
    /// <param name="place">The office.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="now">The time of the action.</param>
    public static Outcome<DealBook> Register(this DealBook book, string number, DateOnly on, string? place, Guid by, DateTimeOffset now) =>
        Refuse(book, DealAction.Register) is { } refused ? refused
        : book.Deal.RegisteredOn is not null ? DealErrors.AlreadyRegistered()
        : on < book.Deal.SignedOn ? DealErrors.BeforeSigning("registeredOn", book.Deal.SignedOn)
        : book.Next(book.Deal with { State = book.Performs(DealState.Registered), RegistrationNumber = number, RegisteredOn = on, RegistrationPlace = place }, now)
            .With(LedgerKind.Registered, on, book.Deal.Amount.MinorUnits, book.Deal.TechnologyMinorUnits, null, by, now);

    public static Outcome<DealBook> RefuseRegistration(this DealBook book, string reason, DateOnly on, DateTimeOffset now) =>
        Refuse(book, DealAction.Refuse) is { } refused ? refused
        : book.Deal.RegisteredOn is not null ? DealErrors.AlreadyRegistered()
        : on < book.Deal.SignedOn ? DealErrors.BeforeSigning("refusedOn", book.Deal.SignedOn)
        : book.Next(book.Deal with { State = book.Performs(DealState.Refused), RefusedOn = on, RefusalReason = reason }, now);

    public static Outcome<DealBook> Pay(this DealBook book, Money amount, DateOnly on, string? note, Guid by, DateTimeOffset now)
    {
        var deal = book.Deal;
        var paid = book.Total(LedgerKind.Paid).MinorUnits;
        return Refuse(book, DealAction.Pay) is { } refused ? refused
            : amount.Currency != deal.Amount.Currency ? DealErrors.OtherCurrency(deal.Amount.Currency)
            : on < deal.SignedOn ? DealErrors.BeforeSigning("paidOn", deal.SignedOn)
            : amount.MinorUnits <= 0 || amount.MinorUnits > Money.Largest - paid ? DealErrors.TooMuch()
            : !deal.HasRoyalty && amount.MinorUnits > deal.Amount.MinorUnits - paid ? DealErrors.Overpaid(deal.Amount.MinorUnits - paid, deal.Amount.Currency)
            : book.Next(deal with { State = deal.State is DealState.Registered or DealState.Refused ? DealState.Performing : deal.State }, now)
                .With(LedgerKind.Paid, on, amount.MinorUnits, 0, note, by, now);
    }

    /// <summary>Where it was the only one, the contract is not being performed after all.</summary>
    public static Outcome<DealBook> ReversePayment(this DealBook book, int number, string reason, Guid by, DateTimeOffset now)
    {
        if (Refuse(book, DealAction.ReversePayment) is { } refused)
        {
            return refused;
        }

        if (book.Lines.FirstOrDefault(l => l.Number == number) is not { Kind: LedgerKind.Paid, Reverses: null } line)
        {
            return DealErrors.NoSuchPayment(number);
        }

        if (!book.Standing.Contains(line))
        {
            return DealErrors.PaymentReversed();
        }

        var left = book.Without(line, reason, by, now);
        var state = book.Deal.State is DealState.Performing && !left.HasPayments
            ? book.Deal.RegisteredOn is null ? DealState.Refused : DealState.Registered
            : book.Deal.State;
        return left.Next(book.Deal with { State = state }, now);
    }

    /// <param name="book">Running.</param>
    /// <param name="action">Complete, Breach or Terminate.</param>
    /// <param name="on">Not before the day of signing.</param>
    /// <param name="reason">Words for a breach or a termination.</param>
    /// <param name="now">The time of the action.</param>
    public static Outcome<DealBook> End(this DealBook book, DealAction action, DateOnly on, string? reason, DateTimeOffset now) =>
        Refuse(book, action) is { } refused ? refused
        : on < book.Deal.SignedOn ? DealErrors.BeforeSigning("on", book.Deal.SignedOn)
        : book.Next(
            book.Deal with
            {
                State = action switch
                {
                    DealAction.Complete => DealState.Completed,
                    DealAction.Breach => DealState.Breached,
                    DealAction.Terminate => DealState.Terminated,
                    _ => throw new ArgumentOutOfRangeException(nameof(action)),
                },
                EndedOn = on,
                EndReason = reason,
            },
            now);

    /// <summary>Takes back every line that stands: each sum of the contract is zero then, on each day.</summary>
    public static Outcome<DealBook> Reverse(this DealBook book, string reason, Guid by, DateTimeOffset now)
    {
        if (Refuse(book, DealAction.Reverse) is { } refused)
        {
            return refused;
        }

        var empty = book.Standing.ToList().Aggregate(book, (b, line) => b.Without(line, reason, by, now));
        return empty.Next(book.Deal with { State = DealState.Reversed, ReversedAt = now, ReversalReason = reason }, now);
    }

    private static MarketError? Refuse(DealBook book, DealAction action) =>
        DealStates.Allows(book.Deal.State, action) ? null : DealErrors.WrongState(book.Deal.State, action);

    // An advance payment before the registration: what was decided there finds the contract being performed.
    private static DealState Performs(this DealBook book, DealState otherwise) => book.HasPayments ? DealState.Performing : otherwise;

    private static DealBook Signed(this DealBook book, Guid by, DateTimeOffset now) =>
        book.With(LedgerKind.Signed, book.Deal.SignedOn, book.Deal.Amount.MinorUnits, book.Deal.TechnologyMinorUnits, null, by, now);

    private static DealBook Next(this DealBook book, Deal deal, DateTimeOffset now) => book with { Deal = deal with { Revision = book.Deal.Revision + 1, UpdatedAt = now } };
}
