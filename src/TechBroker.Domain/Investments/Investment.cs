using TechBroker.Domain.Engagements;

namespace TechBroker.Domain.Investments;

/// <summary>A signed investment of a project that settles somewhere. It is no technology contract and is never added to those.</summary>
public sealed record Investment
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required Money Amount { get; init; }

    public required IReadOnlyList<string> Investors { get; init; }

    /// <summary>The project company, or who else receives the money.</summary>
    public required string Recipient { get; init; }

    /// <summary>Where the project settles.</summary>
    public required string RegionCode { get; init; }

    /// <summary>A code of the vocabulary of industries, or a free term.</summary>
    public string? Industry { get; init; }

    public required DateOnly SignedOn { get; init; }

    /// <summary>The park that takes the project in.</summary>
    public Guid? ParkOrganisationId { get; init; }

    public Guid? CeremonyId { get; init; }

    public string? Note { get; init; }

    public required Guid RecordedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ReversedAt { get; init; }

    public Guid? ReversedBy { get; init; }

    public string? ReversalReason { get; init; }

    public static MarketError? Refuse(DateOnly signedOn, DateTimeOffset now) => signedOn > CentreDay.Of(now)
        ? new MarketError("signed-in-future", ErrorKind.Rule, new("签约日期不能晚于今天；请在签约之后登记。", "It cannot have been signed after today; record it once it is signed."))
        : null;

    public Outcome<Investment> Reverse(Guid by, string reason, DateTimeOffset now) => ReversedAt is null
        ? this with { ReversedAt = now, ReversedBy = by, ReversalReason = reason }
        : new MarketError("investment-reversed", ErrorKind.Conflict, new(
            "该投资签约已冲销，无需重复操作；更正后的内容请重新登记。", "This investment was reversed already; record what is right as a new one."));

    public static MarketError RecordedAlready(Guid id) => new("investment-already-recorded", ErrorKind.Conflict, new(
        $"同一项目、同一承接方、同日同额的投资签约已登记（{id}），不能重复计入；如为另一笔，请在名称中加以区分。",
        $"The same project, recipient, day and amount is recorded already ({id}) and is counted once; if it is another signing, tell them apart by title."));

    public static MarketError NotYoursToReverse() => new("reversal-not-yours", ErrorKind.Forbidden, new(
        "技术经理人只能冲销自己登记的投资签约；其他的请联系中心运营人员。", "A manager reverses what they recorded; ask an organiser about the others."));
}
