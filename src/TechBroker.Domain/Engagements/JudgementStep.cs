namespace TechBroker.Domain.Engagements;

/// <summary>What a judgement reads of one entry in an engagement's log.</summary>
/// <param name="Action">What was done.</param>
/// <param name="At">When.</param>
/// <param name="Side">The side that did it; null for the manager and the program.</param>
/// <param name="Reason">Of a decline or a closing.</param>
public sealed record JudgementStep(EngagementAction Action, DateTimeOffset At, EngagementSide? Side = null, CloseReason? Reason = null);
