using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Processes;

/// <summary>The processes that work on this database.</summary>
public static class ProcessStore
{
    /// <summary>Seen longer ago than this, a process is stopped, cut off or gone: it says that it is there every ten seconds.</summary>
    public static readonly TimeSpan Alive = TimeSpan.FromSeconds(35);

    /// <summary>Whoever died without a word is forgotten after this.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>Adds the process, or says that it is still there.</summary>
    public static async Task SayAsync(WriteSession session, ProcessRow row)
    {
        if (await session.RunAsync("UPDATE Process SET SeenAt = @SeenAt, Report = @Report WHERE Id = @Id", row) == 0)
        {
            await session.RunAsync(
                """
                INSERT INTO Process (Id, Role, Host, Version, StartedAt, SeenAt, Report)
                VALUES (@Id, @Role, @Host, @Version, @StartedAt, @SeenAt, @Report)
                """,
                row);
        }
    }

    /// <summary>An orderly end.</summary>
    public static Task RemoveAsync(WriteSession session, Guid id) => session.RunAsync("DELETE FROM Process WHERE Id = @id", new { id });

    public static Task ForgetAsync(WriteSession session, DateTimeOffset before) =>
        session.RunAsync("DELETE FROM Process WHERE SeenAt < @before", new { before });

    /// <summary>All of them, also those that are gone without a word, longest running first.</summary>
    public static Task<IReadOnlyList<ProcessRow>> ListAsync(SqlSession session) =>
        session.ListAsync<ProcessRow>("SELECT Id, Role, Host, Version, StartedAt, SeenAt, Report FROM Process ORDER BY StartedAt, Id");
}
