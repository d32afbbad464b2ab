using System.Data.Common;
using TechBroker.Domain;
using TechBroker.Domain.Conflicts;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Conflicts;

/// <summary>Declared conflicts of interest. They are withdrawn, never deleted; both stay on record.</summary>
public static class ConflictStore
{
    private const string Columns = "Id, AccountId, OrganisationId, Kind, Note, DeclaredAt, WithdrawnAt";

    /// <returns>Null where it is stored now; else the same declaration that stands already.</returns>
    public static async Task<Guid?> InsertAsync(WriteSession session, ConflictDeclaration declaration)
    {
        var row = Row.Of(declaration);
        try
        {
            await session.RunAsync($"INSERT INTO ConflictDeclaration ({Columns}) VALUES (@Id, @AccountId, @OrganisationId, @Kind, @Note, @DeclaredAt, @WithdrawnAt)", row);
            session.Record("conflict.declared", "conflict", declaration.Id, new { declaration.AccountId, declaration.OrganisationId, row.Kind });
            return null;
        }
        catch (DbException e) when (session.Dialect.IsUniqueViolation(e))
        {
            return await session.FirstAsync<Guid>(
                "SELECT Id FROM ConflictDeclaration WHERE AccountId = @AccountId AND OrganisationId = @OrganisationId AND Kind = @Kind AND WithdrawnAt IS NULL", row);
        }
    }

    public static Task WithdrawAsync(WriteSession session, ConflictDeclaration withdrawn)
    {
        session.Record("conflict.withdrawn", "conflict", withdrawn.Id);
        return session.RunAsync("UPDATE ConflictDeclaration SET WithdrawnAt = @WithdrawnAt WHERE Id = @Id AND WithdrawnAt IS NULL", new { withdrawn.WithdrawnAt, withdrawn.Id });
    }

    public static async Task<ConflictDeclaration?> FindAsync(SqlSession session, Guid id) =>
        (await session.FirstAsync<Row>($"SELECT {Columns} FROM ConflictDeclaration WHERE Id = @id", new { id }))?.ToDeclaration();

    public static async Task<IReadOnlyList<DeclaredTie>> StandingAsync(SqlSession session, Guid accountId) =>
        [.. (await session.ListAsync<Row>($"SELECT {Columns} FROM ConflictDeclaration WHERE AccountId = @accountId AND WithdrawnAt IS NULL", new { accountId }))
            .Select(r => new DeclaredTie(r.OrganisationId, Codes.Parse<DeclarationKind>(r.Kind)))];

    /// <summary>Newest first, withdrawn ones too; of a person, of an organisation, or of both where both are given.</summary>
    public static async Task<IReadOnlyList<ConflictDeclaration>> PageAsync(
        SqlSession session, Guid? accountId, Guid? organisationId, DateTimeOffset? before, Guid? beforeId, int limit) =>
        [.. (await session.ListAsync<Row>(
            $"""
            SELECT {Columns} FROM ConflictDeclaration
             WHERE (@accountId IS NULL OR AccountId = @accountId) AND (@organisationId IS NULL OR OrganisationId = @organisationId)
               AND (@before IS NULL OR DeclaredAt < @before OR (DeclaredAt = @before AND Id < @beforeId))
             ORDER BY DeclaredAt DESC, Id DESC{session.Dialect.Limit}
            """,
            new { accountId, organisationId, before, beforeId, Limit = limit })).Select(r => r.ToDeclaration())];

    private sealed record Row
    {
        public required Guid Id { get; init; }

        public required Guid AccountId { get; init; }

        public required Guid OrganisationId { get; init; }

        public required string Kind { get; init; }

        public string? Note { get; init; }

        public required DateTimeOffset DeclaredAt { get; init; }

        public DateTimeOffset? WithdrawnAt { get; init; }

        public static Row Of(ConflictDeclaration d) => new()
        {
            Id = d.Id,
            AccountId = d.AccountId,
            OrganisationId = d.OrganisationId,
            Kind = Codes.Of(d.Kind),
            Note = d.Note,
            DeclaredAt = d.DeclaredAt,
            WithdrawnAt = d.WithdrawnAt,
        };

        public ConflictDeclaration ToDeclaration() => new()
        {
            Id = Id,
            AccountId = AccountId,
            OrganisationId = OrganisationId,
            Kind = Codes.Parse<DeclarationKind>(Kind),
            Note = Note,
            DeclaredAt = DeclaredAt,
            WithdrawnAt = WithdrawnAt,
        };
    }
}
