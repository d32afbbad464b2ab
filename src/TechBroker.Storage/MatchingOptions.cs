using TechBroker.Matching;
using TechBroker.Matching.Vectors;

namespace TechBroker.Storage;

/// <summary>Section <c>Matching</c>.</summary>
public sealed record MatchingOptions
{
    /// <summary>A file that <c>techbroker fit</c> wrote; the parameters that come with the program where empty. Every process on one database needs the same.</summary>
    public string? Parameters { get; set; }

    /// <summary>A file that <c>techbroker train</c> wrote; no vectors where empty. Every process on one database needs the same.</summary>
    public string? Vectors { get; set; }

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        !string.IsNullOrWhiteSpace(Parameters) && ParameterFile.Read(Parameters).Fault is { } fault ? $"Matching:Parameters is '{Parameters}': {fault}"
        : !string.IsNullOrWhiteSpace(Vectors) && VectorsOnDisk.Read(Vectors).Fault is { } wrong ? $"Matching:Vectors is '{Vectors}': {wrong}"
        : FaultBetween();

    // Weights that were fitted with one set of vectors mean something else with another, and levels without them would be wrong.
    private string? FaultBetween() => (Load().Grading.Vectors, LoadVectors()?.Version) switch
    {
        ({ } wanted, var given) when wanted != given => $"Matching:Vectors is '{Vectors}', and Matching:Parameters were fitted with vectors {wanted}; name that file, or fit again.",
        _ => null,
    };

    /// <summary>What to score with. Read anew each time: ask once.</summary>
    /// <exception cref="InvalidDataException">The file cannot be used; <see cref="Fault"/> said nothing when it was asked.</exception>
    public MatchingParameters Load() =>
        string.IsNullOrWhiteSpace(Parameters) ? MatchingParameters.Default : ParameterFile.Read(Parameters).Parameters ?? throw new InvalidDataException(Fault());

    /// <summary>Vectors to grade with, or none. Read anew each time: ask once.</summary>
    /// <exception cref="InvalidDataException">The file cannot be used; <see cref="Fault"/> said nothing when it was asked.</exception>
    public TermVectors? LoadVectors() =>
        string.IsNullOrWhiteSpace(Vectors) ? null : VectorsOnDisk.Read(Vectors).Vectors ?? throw new InvalidDataException(Fault());
}
