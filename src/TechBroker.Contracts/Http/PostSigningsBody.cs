using System.Text.Json;

namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /ceremonies/{id}/signings: all of the rows are recorded, or none.</summary>
public sealed record PostSigningsBody
{
    /// <summary>1 to 500; each is the body of POST /deals or of POST /investments with <c>kind</c> deal or investment.</summary>
    public IReadOnlyList<JsonElement>? Rows { get; init; }
}
