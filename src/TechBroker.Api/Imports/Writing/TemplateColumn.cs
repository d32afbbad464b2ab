using TechBroker.Api.Imports.Mapping;
using TechBroker.Domain;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Imports.Writing;

/// <summary>A column of the template: its heading, the example below it and what may stand in it.</summary>
/// <param name="Field">What it means.</param>
/// <param name="Heading">In both languages; both are known to the reader.</param>
/// <param name="Example">The value of the example row.</param>
/// <param name="Note">How to fill it in.</param>
/// <param name="Width">In characters.</param>
internal sealed record TemplateColumn(Field Field, Text Heading, Text Example, Text Note, int Width)
{
    /// <summary>Id of the vocabulary whose names may stand here, several at once.</summary>
    public string? Vocabulary { get; init; }

    /// <summary>The only values there are.</summary>
    public IReadOnlyList<Text> Choices { get; init; } = [];

    public IReadOnlyList<Text> Allowed(VocabularySet vocabularies) =>
        Choices.Count > 0 ? Choices : Vocabulary is null ? [] : [.. (vocabularies.Find(Vocabulary)?.Terms ?? []).Select(t => new Text(t.Zh, t.En))];
}
