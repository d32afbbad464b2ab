namespace TechBroker.Embeddings;

/// <summary>Section <c>Embeddings</c>: an OpenAI-compatible endpoint that <c>train --endpoint</c> may ask. Off unless it is named.</summary>
internal sealed record EmbeddingOptions
{
    /// <summary>Address of the API, such as https://embeddings.example/v1; /embeddings is added. Nothing leaves the house where absent.</summary>
    public string? Url { get; set; }

    /// <summary>The model to ask for.</summary>
    public string Model { get; set; } = "";

    /// <summary>Sent as a bearer token; nothing where empty.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Texts in one request.</summary>
    public int BatchSize { get; set; } = 64;

    /// <summary>For one request.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Further attempts after a timeout, a broken connection, 429 or 5xx.</summary>
    public int Retries { get; set; } = 4;

    /// <summary>Where answers are kept; <c>embeddings</c> in the data folder where empty. Delete it to forget them.</summary>
    public string? Cache { get; set; }

    public bool Enabled => !string.IsNullOrWhiteSpace(Url);

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public string? Fault() =>
        !Enabled ? null
        : !Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query.Length > 0
            ? $"Embeddings:Url is '{Url}'; it must be an address such as https://embeddings.example/v1."
        : url.Scheme == "http" && !url.IsLoopback && !string.IsNullOrEmpty(ApiKey) ? "Embeddings:ApiKey would go over the network in the clear; use https in Embeddings:Url."
        : string.IsNullOrWhiteSpace(Model) ? "Embeddings:Model is empty; name the model to ask for."
        : BatchSize is < 1 or > 2_048 ? $"Embeddings:BatchSize is {BatchSize}; it must be 1 to 2,048."
        : TimeoutSeconds is < 1 or > 600 ? $"Embeddings:TimeoutSeconds is {TimeoutSeconds}; it must be 1 to 600."
        : Retries is < 0 or > 20 ? $"Embeddings:Retries is {Retries}; it must be 0 to 20."
        : null;
}
