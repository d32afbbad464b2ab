using TechBroker.Api.Imports.Reading;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Imports.Mapping;

internal enum Verdict
{
    /// <summary>To be written, unless what is stored under its key has the same content.</summary>
    Import,

    /// <summary>Said already, or the template's example: a warning tells, and nothing is written.</summary>
    Skip,

    /// <summary>It has an error and goes into the file of rejected rows.</summary>
    Reject,
}

/// <summary>A row with its meaning: exactly one of <see cref="Listing"/> and <see cref="Need"/> is set.</summary>
internal sealed record MappedRow(SourceRow Source, RowKey Key, IReadOnlyList<ImportIssue> Issues)
{
    public int Number => Source.Number;

    /// <summary>The id of the file, under which the same thing comes again.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Under what the row is known to the database: its id, or else its content.</summary>
    public string Reference => ExternalId ?? Key.Value;

    public PostListingBody? Listing { get; init; }

    public PostNeedBody? Need { get; init; }

    public bool Skipped { get; init; }

    public Verdict Verdict => Issues.Any(i => i.Severity == Severity.Error) ? Verdict.Reject : Skipped ? Verdict.Skip : Verdict.Import;

    /// <summary>With what was found later: by the validator, by comparison with other rows.</summary>
    public MappedRow With(params IEnumerable<ImportIssue> more) => this with { Issues = [.. Issues, .. more] };
}
