namespace TechBroker.Matching;

/// <summary>How well judged pairs were ranked and graded, with the levels of the parameters themselves.</summary>
/// <param name="NdcgAt10">0..1, the mean over needs that have a pair above level 1; 0 without any.</param>
/// <param name="Score">1 / (1 + MAE), over all pairs.</param>
public sealed record FitFigures(double NdcgAt10, double Score);
