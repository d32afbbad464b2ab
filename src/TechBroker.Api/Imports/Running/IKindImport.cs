using TechBroker.Api.Imports.Mapping;
using TechBroker.Domain;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Imports.Running;

/// <summary>How rows of one kind are checked and written.</summary>
internal interface IKindImport
{
    /// <summary>What HTTP would object to; <paramref name="columnOf"/> gives the file's heading for a field's name.</summary>
    IEnumerable<ImportIssue> Validate(MappedRow row, Func<string, string?> columnOf);

    /// <summary>What the row would do to the database as it is now, without doing it: a dry run stops here.</summary>
    Task<Outcome<WriteStep>> PlanAsync(SqlSession session, MappedRow row, ImportTerms terms, DateTimeOffset now);
}

/// <summary>What holds for all rows of a file.</summary>
/// <param name="OrganisationId">Whose the rows are where they do not say it.</param>
/// <param name="Publish">Open to matching at once.</param>
/// <param name="PostedBy">Who brought the file; null at the command line.</param>
/// <param name="OwnOnly">Rows of another organisation are refused.</param>
internal sealed record ImportTerms(Guid? OrganisationId, bool Publish, Guid? PostedBy, bool OwnOnly);

/// <summary>What a row will do, and how.</summary>
internal sealed record WriteStep(RowFate Fate, Func<WriteSession, Task> WriteAsync)
{
    public static readonly WriteStep Nothing = new(RowFate.Unchanged, _ => Task.CompletedTask);

    /// <summary>What whoever imports has to know about it.</summary>
    public MarketError? Warning { get; init; }
}
