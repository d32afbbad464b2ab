namespace TechBroker.Domain.Needs;

/// <summary>draft → triage → returned | published → inNegotiation → satisfied | withdrawn | expired.</summary>
public enum NeedState
{
    Draft,
    Triage,
    Returned,
    Published,
    InNegotiation,
    Satisfied,
    Withdrawn,
    Expired,
}

public enum NeedAction
{
    Submit,
    Return,
    Publish,
    Negotiate,
    Satisfy,
    Withdraw,
    Expire,
}

/// <summary>open: everyone reads it; blind: others read region, field and the blind summary; private: managers only.</summary>
public enum Visibility
{
    Open,
    Blind,
    Private,
}
