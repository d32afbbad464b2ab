namespace TechBroker.Matching.Vectors;

/// <summary>What stands in a file of term vectors.</summary>
internal sealed record VectorFile
{
    public string Format { get; init; } = "";

    public string Version { get; init; } = "";

    /// <summary>How they came about, for people.</summary>
    public required string Method { get; init; }

    public required DateOnly LearntOn { get; init; }

    public required int Listings { get; init; }

    public required int Dimensions { get; init; }

    /// <summary>In ordinal order.</summary>
    public required string[] Terms { get; init; }

    /// <summary>How much each term says, 1..1024: its rarity in the corpus.</summary>
    public required int[] Weights { get; init; }

    /// <summary>Signed bytes, the dimensions of one term after the other.</summary>
    public required byte[] Numbers { get; init; }
}
