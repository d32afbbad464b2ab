namespace TechBroker.Domain.Deals;

/// <summary>A contract with its whole ledger, oldest line first. Steps add lines and never change one.</summary>
public sealed record DealBook(Deal Deal, IReadOnlyList<LedgerLine> Lines)
{
    /// <summary>Lines that have not been taken back.</summary>
    public IEnumerable<LedgerLine> Standing
    {
        get
        {
            var reversed = Lines.Select(l => l.Reverses).OfType<int>().ToHashSet();
            return Lines.Where(l => l.Reverses is null && !reversed.Contains(l.Number));
        }
    }

    public bool HasPayments => Standing.Any(l => l.Kind is LedgerKind.Paid);

    /// <summary>Of all lines, reversals included, so that it is what the database adds up to.</summary>
    public Money Total(LedgerKind kind)
    {
        var sum = 0L;
        foreach (var line in Lines.Where(l => l.Kind == kind))
        {
            sum = checked(sum + line.MinorUnits);
        }

        return new Money(Deal.Amount.Currency, sum);
    }

    internal DealBook With(LedgerKind kind, DateOnly day, long units, long technology, string? note, Guid by, DateTimeOffset now) => this with
    {
        Lines =
        [
            .. Lines, new LedgerLine
            {
                Number = Lines.Count + 1,
                Kind = kind,
                Day = day,
                MinorUnits = units,
                TechnologyMinorUnits = technology,
                Note = note,
                RecordedAt = now,
                RecordedBy = by,
            },
        ],
    };

    internal DealBook Without(LedgerLine line, string reason, Guid by, DateTimeOffset now) => this with
    {
        Lines =
        [
            .. Lines, line with
            {
                Number = Lines.Count + 1,
                MinorUnits = -line.MinorUnits,
                TechnologyMinorUnits = -line.TechnologyMinorUnits,
                Note = reason,
                RecordedAt = now,
                RecordedBy = by,
                Reverses = line.Number,
            },
        ],
    };
}
