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

    /// <summary>Begins what a fit adds to the version it began with; the fingerprint of the numbers follows.</summary>
    internal const string FitMark = "-fit";

    /// <summary>The formula that this program scores with.</summary>
    public static string EngineFormula => Scoring.PairScorer.Formula;

    public required string Version { get; init; }

    /// <summary>The formula that the numbers were fitted for; null in the file that comes with the program.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Engine { get; init; }

    /// <summary>The judged pairs behind the fitted numbers, for people.</summary>
    public required string TrainedOn { get; init; }

    /// <summary>What was chosen how, and the figures reached on pairs that were not fitted on, for people.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Of fitted parameters what they were fitted on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TrainingSet? Training { get; init; }

    public required TextParameters Text { get; init; }

    public required ScorerWeights Weights { get; init; }

    /// <summary>The lowest scores of levels 2, 3 and 4, rising, within 0..1.</summary>
    public required IReadOnlyList<double> Levels { get; init; }

    /// <summary>What levels go by besides the score; nothing where the file does not say.</summary>
    public GradingParameters Grading { get; init; } = GradingParameters.None;

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

    /// <summary>
    /// Why this program must not score with them, as a sentence; null if it may. A match stores the version alone, so two sets of numbers under
    /// one version would make scores that cannot be replayed.
    /// </summary>
    public string? Fault() =>
        Engine is { } engine && engine != EngineFormula
            ? $"they were fitted for engine {engine}, and this program has {EngineFormula}; fit again."
        : Version == Default.Version && Fingerprint() != Default.Fingerprint()
            ? $"version {Version} is the one that comes with the program, but the numbers are not; give them a version of their own."
        : Version.Length > BaseVersion.Length && !Version.EndsWith(FitMark + Fingerprint(), StringComparison.Ordinal)
            ? $"the numbers were changed after they were fitted, so version {Version} no longer names them; fit again, or give them another version."
        : null;

    /// <summary>The version without what fits added.</summary>
    internal string BaseVersion => Version.IndexOf(FitMark, StringComparison.Ordinal) is > 0 and var at ? Version[..at] : Version;

    /// <summary>Of the numbers alone: eight hexadecimal digits.</summary>
    internal string Fingerprint() =>
        Fnv.Of(JsonSerializer.Serialize(new { Text, Weights, Levels, Grading, HopelessPriceRatio }, Format)).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>No pair of this level scores less; out of reach above level 4.</summary>
    internal double LeastScoreOf(int level) =>
        level <= 1 ? 0 : level - 2 < Levels.Count ? Math.Max(0, Levels[level - 2] - Grading.LargestRise) : double.PositiveInfinity;

    /// <summary>1-4 for a score in 0..1; 1 where nothing speaks for the pair.</summary>
    internal int LevelOf(double score, Scoring.Traits traits) =>
        score <= 0 ? 1 : Learning.Calibration.LevelOf(Grading.Standing(score, traits), Levels);
}
