namespace TechBroker.Domain.Engagements;

/// <summary>
/// proposed → interested (one side) → mutual → introduced → met → negotiating → publicity (where the rule asks for it) → signed; or closed with a
/// reason, from where it can only be reopened.
/// </summary>
public enum EngagementState
{
    Proposed,
    Interested,
    Mutual,
    Introduced,
    Met,
    Negotiating,
    Publicity,
    Signed,
    Closed,
}

public enum EngagementAction
{
    Log,
    Interest,
    Decline,
    Introduce,
    Close,
    Reopen,
    HandOver,
    Freeze,

    /// <summary>A manager takes on what was dispatched to them.</summary>
    Accept,

    /// <summary>Dispatched again, because the manager did not answer in time, refused or is away.</summary>
    Dispatch,

    /// <summary>A meeting was planned, moved or called off.</summary>
    Arrange,

    /// <summary>A meeting was held.</summary>
    Meet,
    Negotiate,
    Publicise,

    /// <summary>Somebody objects to what was made public.</summary>
    Object,

    /// <summary>A memorandum or a letter of intent.</summary>
    Outcome,
    Sign,

    /// <summary>The contract turned out to be recorded in error.</summary>
    Unsign,

    /// <summary>How several managers share the credit.</summary>
    Credit,

    /// <summary>Its listing or need was merged into another one.</summary>
    Move,
}

/// <summary>How the price comes about; the vocabulary price-modes has their names.</summary>
public enum PriceMode
{
    Negotiated,
    Listed,
    Auction,
    Tender,
}

/// <summary>What the sides can sign short of a contract.</summary>
public enum EngagementOutcome
{
    Memorandum,
    LetterOfIntent,
}

/// <summary>Which end of the pair: the one that offers or the one that looks for something.</summary>
public enum EngagementSide
{
    Listing,
    Need,
}
