namespace TechBroker.Domain.People;

/// <summary>Why somebody else deletes a person's account.</summary>
public enum ErasureReason
{
    /// <summary>The person asked for it.</summary>
    Requested,

    /// <summary>The person no longer works for the organisation or the centre.</summary>
    Left,
    Duplicate,
    Misuse,
}
