namespace TechBroker.Matching;

/// <summary>How the text of one side is weighed. A field's weight counts each of its words that many times.</summary>
public sealed record SideTextParameters
{
    public required double Title { get; init; }

    public required double Keywords { get; init; }

    public required double Summary { get; init; }

    public required double Description { get; init; }

    /// <summary>The weighted frequency at which a word has half of its full impact; above 0.</summary>
    public required double Saturation { get; init; }

    /// <summary>0: long texts collect more; 1: impacts have unit length, as in a cosine.</summary>
    public required double LengthNormalization { get; init; }
}
