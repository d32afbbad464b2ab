using System.Data.Common;
using TechBroker.Domain.Evidence;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Evidence;

/// <summary>What is known of the files of contracts; the files themselves lie outside the database.</summary>
public static class EvidenceStore
{
    /// <returns>Null where it is stored now; else the standing file of the same content on the same deal.</returns>
    public static async Task<Guid?> InsertAsync(WriteSession session, EvidenceFile file)
    {
        var row = EvidenceRow.Of(file);
        try
        {
            await session.RunAsync($"INSERT INTO Evidence ({EvidenceRow.Columns}) VALUES ({EvidenceRow.Parameters})", row);
            session.Record("evidence.uploaded", "deal", file.DealId, new { EvidenceId = file.Id, row.Kind, row.Format, file.Length, file.Sha256, file.UploadedFor, file.OrganisationId });
            return null;
        }
        catch (DbException e) when (session.Dialect.IsUniqueViolation(e))
        {
            return await session.FirstAsync<Guid>("SELECT Id FROM Evidence WHERE DealId = @DealId AND Sha256 = @Sha256 AND WithdrawnAt IS NULL", row);
        }
    }

    /// <returns>False where it was withdrawn meanwhile.</returns>
    public static async Task<bool> WithdrawAsync(WriteSession session, EvidenceFile withdrawn)
    {
        var changed = await session.RunAsync(
            "UPDATE Evidence SET WithdrawnAt = @WithdrawnAt, WithdrawnBy = @WithdrawnBy, WithdrawnReason = @WithdrawnReason WHERE Id = @Id AND WithdrawnAt IS NULL",
            EvidenceRow.Of(withdrawn));
        if (changed > 0)
        {
            session.Record("evidence.withdrawn", "deal", withdrawn.DealId, new { EvidenceId = withdrawn.Id });
        }

        return changed > 0;
    }

    public static async Task<EvidenceFile?> FindAsync(SqlSession session, Guid dealId, Guid id) =>
        (await session.FirstAsync<EvidenceRow>($"SELECT {EvidenceRow.Columns} FROM Evidence WHERE Id = @id AND DealId = @dealId", new { id, dealId }))?.ToFile();

    /// <summary>Oldest first, withdrawn ones too. There are never more than the limit of a deal and what was withdrawn.</summary>
    public static async Task<IReadOnlyList<EvidenceFile>> OfDealAsync(SqlSession session, Guid dealId) =>
        [.. (await session.ListAsync<EvidenceRow>($"SELECT {EvidenceRow.Columns} FROM Evidence WHERE DealId = @dealId ORDER BY UploadedAt, Id", new { dealId })).Select(r => r.ToFile())];

    /// <summary>Files that stand, without those withdrawn.</summary>
    public static Task<int> CountAsync(SqlSession session, Guid dealId) =>
        session.FirstAsync<int>("SELECT COUNT(*) FROM Evidence WHERE DealId = @dealId AND WithdrawnAt IS NULL", new { dealId });

    /// <summary>Withdrawn ones too: their content is kept.</summary>
    public static async Task<bool> IsContentUsedAsync(SqlSession session, string sha256) =>
        await session.FirstAsync<int>("SELECT COUNT(*) FROM Evidence WHERE Sha256 = @sha256", new { sha256 }) > 0;

    /// <summary>What the scanner last said of a content; null where it has not seen it.</summary>
    public static Task<bool?> VerdictAsync(SqlSession session, string sha256) =>
        session.FirstAsync<bool?>($"SELECT Clean FROM EvidenceVerdict WHERE Sha256 = @sha256 ORDER BY Seq DESC{session.Dialect.Limit}", new { sha256, Limit = 1 });

    public static Task AddVerdictAsync(WriteSession session, string sha256, bool clean, DateTimeOffset at)
    {
        session.Record("evidence.scanned", "evidenceContent", null, new { Sha256 = sha256, Clean = clean });
        return session.RunAsync("INSERT INTO EvidenceVerdict (Sha256, Clean, At) VALUES (@sha256, @clean, @at)", new { sha256, clean, at });
    }
}
