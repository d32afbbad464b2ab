namespace TechBroker.Matching;

/// <summary>Parameters fitted on all pairs, and how such a fit does on pairs that it has not seen.</summary>
public sealed record RefitResult
{
    /// <summary>Fitted on all pairs; the starting parameters themselves if nothing came of it.</summary>
    public required MatchingParameters Fitted { get; init; }

    /// <summary>Of the starting parameters, over all folds.</summary>
    public required FitFigures Old { get; init; }

    /// <summary>Of the fits, each on the fold that it has not seen.</summary>
    public required FitFigures New { get; init; }

    public required IReadOnlyList<FoldFigures> Folds { get; init; }

    /// <summary>Needs that have a judged pair.</summary>
    public required int Needs { get; init; }

    public required RefitVerdict Verdict { get; init; }
}

/// <param name="Fold">Its number in the file.</param>
/// <param name="Old">Of the starting parameters.</param>
/// <param name="New">Of what was fitted on the other folds.</param>
public sealed record FoldFigures(int Fold, FitFigures Old, FitFigures New);
