namespace TechBroker.Matching;

/// <summary>How well judged pairs were ranked and graded.</summary>
public sealed record EvaluationResult
{
    /// <summary>0..1; the mean over <see cref="Needs"/>. 0 if there are none.</summary>
    public required double NdcgAt10 { get; init; }

    /// <summary>Needs with at least one pair above level 1: those that a ranking can serve well or badly.</summary>
    public required int Needs { get; init; }

    /// <summary>Judged pairs of which both items are known.</summary>
    public required int Pairs { get; init; }

    /// <summary>Mean distance of predicted and judged level; null without training judgements.</summary>
    public double? Mae { get; init; }

    /// <summary>1 / (1 + MAE), as in the contest that the judgements come from; null without training judgements.</summary>
    public double? Score { get; init; }

    /// <summary>Judged pairs left out because a listing or need is not in the files.</summary>
    public required int UnknownPairs { get; init; }
}
