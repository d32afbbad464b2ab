using System.Data.Common;

namespace TechBroker.Storage.Sql;

/// <summary>The database has rolled back the transaction by itself. Whoever went on would write outside of it.</summary>
public sealed class TransactionLostException() : DbException("The database has rolled back the transaction.")
{
    internal static DbTransaction IfLost(DbTransaction transaction) => transaction.Connection is null ? throw new TransactionLostException() : transaction;
}

/// <summary>The connection broke during a commit: whether it happened is not known, so it is not done again. The same Idempotency-Key tells.</summary>
public sealed class OutcomeUnknownException(DbException cause) : DbException("The connection to the database broke during a commit, whose outcome is not known.", cause);
