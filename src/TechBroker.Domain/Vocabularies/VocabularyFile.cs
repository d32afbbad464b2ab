using System.Text.Json;

namespace TechBroker.Domain.Vocabularies;

/// <summary>Reads a vocabulary's JSON text.</summary>
public static class VocabularyFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <exception cref="JsonException">The text is not a vocabulary.</exception>
    public static Vocabulary Parse(ReadOnlySpan<byte> json)
    {
        var shape = JsonSerializer.Deserialize<Shape>(json, Options) ?? throw new JsonException("A vocabulary file is empty.");
        return new Vocabulary(shape.Id, shape.Version, new Text(shape.Title.Zh, shape.Title.En), shape.Source, shape.Terms);
    }

    private sealed record Shape(string Id, string Version, string Source, Title Title, IReadOnlyList<Term> Terms);

    private sealed record Title(string Zh, string En);
}
