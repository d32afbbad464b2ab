namespace TechBroker.Contracts.Http;

/// <summary>What a page sends along with whatever it changes.</summary>
public sealed record AntiforgeryBody
{
    /// <summary>Name of the header.</summary>
    public required string Header { get; init; }

    public required string Token { get; init; }
}
