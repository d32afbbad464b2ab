using System.Data.Common;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Leases;

/// <summary>Work that one process at a time may do.</summary>
public sealed record Lease
{
    public required string Name { get; init; }

    /// <summary>Different for each taking, also within one process.</summary>
    public required string Holder { get; init; }

    /// <summary>Grows with each taking: whoever was stopped past their time and wakes holds an older one.</summary>
    public required long Fence { get; init; }

    /// <summary>From then on anybody may take it.</summary>
    public required DateTimeOffset Until { get; init; }
}

/// <summary>
/// Leases in the database, in statements that decide by the rows they affect, so that no database has to hold a lock longer than its own transaction.
/// The machines' clocks need to agree to within a few seconds for a lease to change hands at the right time; that nothing is written twice does not
/// depend on them.
/// </summary>
public static class LeaseStore
{
    /// <returns>Null while somebody else holds it.</returns>
    public static async Task<Lease?> TakeAsync(WriteSession session, string name, string holder, DateTimeOffset now, DateTimeOffset until)
    {
        if (await session.RunAsync(
            "UPDATE Lease SET Holder = @holder, Fence = Fence + 1, Until = @until WHERE Name = @name AND Until <= @now", new { name, holder, now, until }) == 0
            && !await TryAddAsync(session, name, holder, until))
        {
            return null;
        }

        return await FindAsync(session, name) is { } lease && lease.Holder == holder ? lease : null;
    }

    /// <summary>
    /// To be the first statement of every transaction that writes under the lease. It writes the row, so that nobody can take the lease
    /// before that transaction has ended.
    /// </summary>
    /// <returns>False where it has run out, or is somebody else's.</returns>
    public static async Task<bool> ProlongAsync(WriteSession session, Lease lease, DateTimeOffset now, DateTimeOffset until) => await session.RunAsync(
        "UPDATE Lease SET Until = @until WHERE Name = @Name AND Holder = @Holder AND Fence = @Fence AND Until > @now",
        new { lease.Name, lease.Holder, lease.Fence, now, until }) == 1;

    /// <summary>For the next to take at once. Does nothing where it is somebody else's by now.</summary>
    public static Task LetGoAsync(WriteSession session, Lease lease, DateTimeOffset now) => session.RunAsync(
        "UPDATE Lease SET Until = @now WHERE Name = @Name AND Holder = @Holder AND Fence = @Fence AND Until > @now", new { lease.Name, lease.Holder, lease.Fence, now });

    public static Task<Lease?> FindAsync(SqlSession session, string name) =>
        session.FirstAsync<Lease>("SELECT Name, Holder, Fence, Until FROM Lease WHERE Name = @name", new { name });

    private static async Task<bool> TryAddAsync(WriteSession session, string name, string holder, DateTimeOffset until)
    {
        // Asked first, because a violation is the rare case of two who begin at the same moment.
        if (await FindAsync(session, name) is not null)
        {
            return false;
        }

        try
        {
            await session.RunAsync("INSERT INTO Lease (Name, Holder, Fence, Until) VALUES (@name, @holder, 1, @until)", new { name, holder, until });
            return true;
        }
        catch (DbException e) when (session.Dialect.IsUniqueViolation(e))
        {
            return false;
        }
    }
}
