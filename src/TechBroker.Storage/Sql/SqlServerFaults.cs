namespace TechBroker.Storage.Sql;

/// <summary>Which error numbers of SQL Server and its client mean what (learn.microsoft.com: "Troubleshoot transient connection errors", "Database engine errors").</summary>
internal static class SqlServerFaults
{
    // From this severity on the server ends the connection.
    private const byte EndsConnection = 20;

    /// <summary>Chosen as victim of a deadlock; waited too long for a lock.</summary>
    private static readonly HashSet<int> Locks = [1205, 1222];

    /// <summary>Azure SQL and failover groups: the service or database is busy, moves or scales, or a limit of sessions or workers is reached for the moment.</summary>
    private static readonly HashSet<int> Moving = [4060, 4221, 40143, 40197, 40501, 40540, 40613, 42108, 42109, 49918, 49919, 49920, 10928, 10929, 10936, 615, 926];

    /// <summary>Names of the client and of the network below it: -2 a timeout, the others a connection that broke or did not come about.</summary>
    private static readonly HashSet<int> Breaks = [-2, -1, 0, 2, 20, 53, 64, 121, 233, 258, 596, 997, 10053, 10054, 10060, 10061, 11001, 17142, 17197, 6005];

    /// <summary>
    /// The server is there and cannot do it: file or log full (1101, 1105, 9002, 1827, 40544), memory (701, 802, 8645), damaged or offline (823 to 825, 945, 9001, 5120), read-only (3906),
    /// or the program may not come in (18456, 18452, 4064, 916).
    /// </summary>
    private static readonly HashSet<int> Troubles = [1101, 1105, 1827, 9002, 40544, 701, 802, 8645, 8651, 823, 824, 825, 945, 9001, 5120, 3906, 18456, 18452, 4064, 916];

    public static bool IsTransient(int number, byte severity) => Locks.Contains(number) || Moving.Contains(number) || IsBreak(number, severity);

    public static bool IsUnavailable(int number, byte severity) => IsTransient(number, severity) || Troubles.Contains(number);

    /// <summary>The connection is gone, or its answer did not come: what was under way may have happened.</summary>
    public static bool IsBreak(int number, byte severity) => Breaks.Contains(number) || severity >= EndsConnection;
}
