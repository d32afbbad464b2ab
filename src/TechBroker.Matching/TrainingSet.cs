namespace TechBroker.Matching;

/// <summary>What a parameter file was fitted on, when, and what came of it on pairs that were not fitted on.</summary>
public sealed record TrainingSet
{
    /// <summary>The name of the file of judged pairs.</summary>
    public required string Judgements { get; init; }

    /// <summary>Of that file's bytes, in lower-case hexadecimal digits, as sha256sum prints it; so are the next two.</summary>
    public required string JudgementsSha256 { get; init; }

    public required string NeedsSha256 { get; init; }

    public required string ListingsSha256 { get; init; }

    public required DateOnly FittedOn { get; init; }

    /// <summary>Where the search began.</summary>
    public required string FromVersion { get; init; }

    public required int Pairs { get; init; }

    public required int Needs { get; init; }

    public required int Folds { get; init; }

    /// <summary>Of the parameters that it began with, on the same pairs.</summary>
    public required FitFigures Old { get; init; }

    /// <summary>By cross-validation: each fold with what was fitted on the others.</summary>
    public required FitFigures New { get; init; }

    public required RefitVerdict Verdict { get; init; }
}
