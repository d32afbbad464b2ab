namespace TechBroker.Contracts.Http;

/// <summary>The picture of a listing.</summary>
public sealed record PictureBody
{
    /// <summary>Where it is, from this server's root; another picture has another address.</summary>
    public required string Path { get; init; }

    /// <summary>image/png, image/jpeg or image/webp.</summary>
    public required string MediaType { get; init; }

    /// <summary>In pixels, as it is shown.</summary>
    public required int Width { get; init; }

    /// <summary>In pixels, as it is shown.</summary>
    public required int Height { get; init; }
}
