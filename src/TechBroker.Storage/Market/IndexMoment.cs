namespace TechBroker.Storage.Market;

/// <summary>A place in the market's history: the last change, the item it was made to, and when. A database with another history has another one there.</summary>
public sealed record IndexMoment(long Seq, Guid ItemId, DateTimeOffset At);
