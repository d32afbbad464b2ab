namespace TechBroker.Domain.Engagements;

/// <summary>proposed → interested (one side) → mutual → introduced; or closed with a reason, from where it can only be reopened.</summary>
public enum EngagementState
{
    Proposed,
    Interested,
    Mutual,
    Introduced,
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
}

/// <summary>Which end of the pair: the one that offers or the one that looks for something.</summary>
public enum EngagementSide
{
    Listing,
    Need,
}
