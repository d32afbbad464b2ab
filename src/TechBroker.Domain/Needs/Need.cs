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

    public string? ExternalRef { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Only an open need is ranked; who may read it is a matter of its visibility.</summary>
    public bool IsOpen => State is Published;

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
        if (NeedStates.After(State, action) is not { } next)
        {
            return MarketError.WrongState("need", Codes.Of(State), Codes.Of(action));
        }

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (action is NeedAction.Publish && Content.Deadline < today)
        {
            return DeadlinePassed(Content.Deadline.Value);
        }

        var moved = this with { State = next, Revision = Revision + 1, UpdatedAt = now };
        return action is NeedAction.Publish
            ? moved with { PublishedAt = PublishedAt ?? now, ExpiresOn = Content.Deadline ?? today.AddDays(lifetimeDays) }
            : moved;
    }

    /// <summary>An open need's last day follows its deadline; without one it has its full lifetime from today.</summary>
    public Outcome<Need> Revise(NeedContent content, DateTimeOffset now, int lifetimeDays)
    {
        if (!NeedStates.MayRevise(State))
        {
            return MarketError.WrongState("need", Codes.Of(State), "revise");
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
            Revision = Revision + 1,
            UpdatedAt = now,
            ExpiresOn = !IsOpen ? ExpiresOn : content.Deadline ?? (Content.Deadline is null ? ExpiresOn : today.AddDays(lifetimeDays)),
        };
    }

    private static MarketError DeadlinePassed(DateOnly deadline) => new("deadline-passed", ErrorKind.Rule, new(
        $"截止日期 {deadline:yyyy-MM-dd} 已过，请先改为今天或以后的日期。",
        $"The deadline {deadline:yyyy-MM-dd} has passed; set it to today or later first."));
}
