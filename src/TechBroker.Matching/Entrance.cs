namespace TechBroker.Matching;

/// <summary>A need whose best pairs a listing enters, with the pair's score.</summary>
public readonly record struct Entrance(Guid NeedId, double Score);
