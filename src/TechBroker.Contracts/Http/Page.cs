namespace TechBroker.Contracts.Http;

/// <summary>One page of a list.</summary>
public sealed record Page<T>
{
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Cursor of the next page; null at the end.</summary>
    public string? Next { get; init; }
}
