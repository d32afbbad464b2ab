using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TechBroker.Matching;

/// <summary>
/// Everything that was chosen or fitted rather than reasoned, as a versioned file that says what it was fitted on.
/// Scores are comparable within one <see cref="Version"/> only.
/// </summary>
public sealed record MatchingParameters
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The parameters that come with the program.</summary>
    public static MatchingParameters Default { get; } =
        JsonSerializer.Deserialize<MatchingParameters>(
            typeof(MatchingParameters).Assembly.GetManifestResourceStream("parameters.json")!, Format)!;

    public required string Version { get; init; }

    /// <summary>The judged pairs behind the fitted numbers, for people.</summary>
    public required string TrainedOn { get; init; }

    /// <summary>What was chosen how, and the figures reached on pairs that were not fitted on, for people.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public required TextParameters Text { get; init; }

    public required ScorerWeights Weights { get; init; }

    /// <summary>The lowest scores of levels 2, 3 and 4, rising, within 0..1.</summary>
    public required IReadOnlyList<double> Levels { get; init; }

    /// <summary>An asking price of more than this many times the budget, in the same currency, excludes the pair.</summary>
    public required double HopelessPriceRatio { get; init; }

    /// <exception cref="FormatException">The text is no parameter file, or a number is out of its range; the message says which.</exception>
    public static MatchingParameters Parse(string json)
    {
        try
        {
            var parameters = JsonSerializer.Deserialize<MatchingParameters>(json, Format)
                ?? throw new FormatException("A parameter file is a JSON object.");
            return ParameterRules.Broken(parameters) is { } rule ? throw new FormatException(rule) : parameters;
        }
        catch (JsonException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, Format) + "\n";

    /// <summary>The lowest score of a level; out of reach above level 4.</summary>
    internal double LeastScoreOf(int level) => level <= 1 ? 0 : level - 2 < Levels.Count ? Levels[level - 2] : double.PositiveInfinity;

    /// <summary>1-4 for a score in 0..1.</summary>
    internal int LevelOf(double score) => Learning.Calibration.LevelOf(score, Levels);
}
