using System.Text.Json;

namespace TechBroker.Domain.Vocabularies;

/// <summary>Reads a vocabulary's JSON text.</summary>
public static class VocabularyFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="JsonException">The text is not a vocabulary.</exception>
    public static Vocabulary Parse(ReadOnlySpan<byte> json)
    {
        var shape = JsonSerializer.Deserialize<Shape>(json, Options) ?? throw new JsonException("A vocabulary file is empty.");
        if (shape.Terms.GroupBy(t => t.Code, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new JsonException($"The code {twice.Key} is given to two terms.");
        }

        return new Vocabulary(shape.Id, shape.Version, new Text(shape.Title.Zh, shape.Title.En), shape.Source, shape.Terms);
    }

    private sealed record Shape(string Id, string Version, string Source, Title Title, IReadOnlyList<Term> Terms);

    private sealed record Title(string Zh, string En);
}
