namespace TechBroker.Matching;

/// <param name="NeedId">A need of the evaluated file.</param>
/// <param name="ListingId">A listing of the evaluated file.</param>
/// <param name="Level">1 unrelated, 2 weak, 3 fairly strong, 4 strong.</param>
/// <param name="Fold">The part of a cross-validation that the pair belongs to, if the file says so.</param>
public sealed record JudgedPair(Guid NeedId, Guid ListingId, int Level, int? Fold);
