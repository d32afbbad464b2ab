using System.Text.Json.Serialization;

namespace TechBroker.Matching;

/// <summary>What the figures of pairs that were not fitted on say about switching.</summary>
[JsonConverter(typeof(VerdictNames))]
public enum RefitVerdict
{
    /// <summary>Too few needs to tell chance from gain.</summary>
    TooFew,

    /// <summary>The fit ended where it began.</summary>
    Unchanged,

    /// <summary>The new is not clearly better in either figure, or clearly worse in one.</summary>
    NotBetter,

    /// <summary>The new is clearly better in one figure and not clearly worse in the other.</summary>
    Better,
}

internal sealed class VerdictNames() : JsonStringEnumConverter<RefitVerdict>(System.Text.Json.JsonNamingPolicy.CamelCase);
