using TechBroker.Domain.Duplicates;
using static TechBroker.Domain.Needs.NeedState;

namespace TechBroker.Domain.Needs;

/// <summary>What an enterprise is looking for. Every change makes a new revision.</summary>
public sealed record Need
{
    public required Guid Id { get; init; }

    public required int Revision { get; init; }

    public required NeedState State { get; init; }

    public required NeedContent Content { get; init; }

    public Guid? OrganisationId { get; init; }

    /// <summary>Who entered it; without an organisation it is theirs alone.</summary>
    public Guid? PostedBy { get; init; }

    /// <summary>Organisation or, without one, person; null where it is nobody's.</summary>
    public Guid? OwnerId => OrganisationId ?? PostedBy;

    public string? ExternalRef { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    /// <summary>False where its poster objects to automated matching: it is read and searched, but in nobody's matches.</summary>
    public bool Matched { get; init; } = true;

    /// <summary>What a blind need shows of its region and field.</summary>
    public BlindCell Cell { get; init; } = BlindCell.None;

    /// <summary>Published and blind, and nothing settled yet that it could show. A need that has settled on showing nothing is asked again: that gives nothing away.</summary>
    public bool LacksCell => IsOpen && Content.Visibility is Visibility.Blind && Cell == BlindCell.None;

    /// <summary>Only an open need is ranked; who may read it is a matter of its visibility.</summary>
    public bool IsOpen => State is Published && MergedInto is null;

    /// <summary>The duplicate that took its place. Its state stays, but it is off the market, and its text does not change.</summary>
    public Guid? MergedInto { get; init; }

    public static Need Draft(Guid id, NeedContent content, Guid? organisationId, DateTimeOffset now, string? externalRef = null, Guid? postedBy = null) => new()
    {
        Id = id,
        Revision = 1,
        State = NeedState.Draft,
        Content = content,
        OrganisationId = organisationId,
        PostedBy = postedBy,
        ExternalRef = externalRef,
        CreatedAt = now,
        UpdatedAt = now,
    };

    public Outcome<Need> Do(NeedAction action, DateTimeOffset now, int lifetimeDays)
    {
        if (MergedInto is { } kept && action is not NeedAction.Withdraw)
        {
            return DuplicateErrors.Merged("need", kept);
        }

        if (NeedStates.After(State, action) is not { } next)
        {
            return MarketError.WrongState("need", State, action);
        }

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (action is NeedAction.Publish && Content.Deadline < today)
        {
            return DeadlinePassed(Content.Deadline.Value);
        }

        var moved = this with { State = next, MergedInto = null, Revision = Revision + 1, UpdatedAt = now };
        return action is NeedAction.Publish
            ? moved with { PublishedAt = PublishedAt ?? now, ExpiresOn = Content.Deadline ?? today.AddDays(lifetimeDays) }
            : moved;
    }

    /// <summary>An open need's last day follows its deadline; without one it has its full lifetime from today.</summary>
    public Outcome<Need> Revise(NeedContent content, DateTimeOffset now, int lifetimeDays)
    {
        if (MergedInto is { } kept)
        {
            return DuplicateErrors.Merged("need", kept);
        }

        if (!NeedStates.MayRevise(State))
        {
            return MarketError.WrongState("need", State, new Text("修改", "revise"));
        }

        var today = DateOnly.FromDateTime(now.UtcDateTime);

        // An open need lives until its deadline; a draft gets its last day when it is published.
        if (IsOpen && content.Deadline < today)
        {
            return DeadlinePassed(content.Deadline.Value);
        }

        return this with
        {
            Content = content,
            Cell = KeepsCell(content) ? Cell : BlindCell.None,
            Revision = Revision + 1,
            UpdatedAt = now,
            ExpiresOn = !IsOpen ? ExpiresOn : content.Deadline ?? (Content.Deadline is null ? ExpiresOn : today.AddDays(lifetimeDays)),
        };
    }

    /// <summary>Off the market, and back with null. A new revision, so that no score of the one before counts any longer.</summary>
    public Need Merge(Guid? into, DateTimeOffset now) => this with { MergedInto = into, Revision = Revision + 1, UpdatedAt = now };

    /// <summary>Into matching or out of it. A new revision, so that no score of the one before counts any longer.</summary>
    public Need Match(bool matched, DateTimeOffset now) => this with { Matched = matched, Revision = Revision + 1, UpdatedAt = now };

    /// <summary>What somebody reads who may not read the need itself; null where it shows nothing.</summary>
    public NeedNotice? ToNotice() => State is not Published || Content.Visibility is not Visibility.Blind
        ? null
        : new NeedNotice
        {
            Id = Id,
            State = State,
            Visibility = Content.Visibility,
            MergedInto = MergedInto,
            BlindSummary = Content.BlindSummary,
            Region = Cell.Region,
            Field = Cell.Field,
            CreatedAt = CreatedAt,
            PublishedAt = PublishedAt,
        };

    private bool KeepsCell(NeedContent content) =>
        content.Visibility is Visibility.Blind && content.RegionCode == Content.RegionCode && content.Fields.SequenceEqual(Content.Fields);

    private static MarketError DeadlinePassed(DateOnly deadline) => new("deadline-passed", ErrorKind.Rule, new(
        $"截止日期 {deadline:yyyy-MM-dd} 已过，请先改为今天或以后的日期。",
        $"The deadline {deadline:yyyy-MM-dd} has passed; set it to today or later first."));
}
