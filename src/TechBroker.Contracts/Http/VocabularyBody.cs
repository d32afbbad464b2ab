namespace TechBroker.Contracts.Http;

/// <summary>A dated list of terms.</summary>
public sealed record VocabularyBody
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required string TitleZh { get; init; }

    public required string TitleEn { get; init; }

    public required string Source { get; init; }

    public required IReadOnlyList<TermBody> Terms { get; init; }
}
