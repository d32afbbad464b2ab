using System.Data.Common;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Support;

/// <summary>A database in which one thing is otherwise.</summary>
internal abstract class WrappedDialect(SqlDialect inner) : SqlDialect
{
    public override string Name => inner.Name;

    public override bool DriverPools => inner.DriverPools;

    public override string LockVersionTable => inner.LockVersionTable;

    public override string TakeFromCounter => inner.TakeFromCounter;

    public override string Limit => inner.Limit;

    public override string UpsertMatch => inner.UpsertMatch;

    public override string ReceiveOnce => inner.ReceiveOnce;

    public override Task<DbConnection> OpenAsync(bool readOnly, CancellationToken ct) => inner.OpenAsync(readOnly, ct);

    public override Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken ct) => inner.BeginSnapshotAsync(connection, ct);

    public override Task<DbTransaction> BeginWriteAsync(DbConnection connection) => inner.BeginWriteAsync(connection);

    public override Task SaveAsync(DbTransaction transaction, string name) => inner.SaveAsync(transaction, name);

    public override Task ReleaseAsync(DbTransaction transaction, string name) => inner.ReleaseAsync(transaction, name);

    public override Task RollbackToAsync(DbTransaction transaction, string name) => inner.RollbackToAsync(transaction, name);

    public override Task CreateVersionTableAsync(DbConnection connection) => inner.CreateVersionTableAsync(connection);

    public override string Contains(string column, string parameter) => inner.Contains(column, parameter);

    public override string SameOwner(string column, string parameter) => inner.SameOwner(column, parameter);

    public override string IdText(string column) => inner.IdText(column);

    public override string MonthOf(string column) => inner.MonthOf(column);

    public override bool IsUniqueViolation(DbException exception) => inner.IsUniqueViolation(exception);

    public override bool IsUnavailable(DbException exception) => inner.IsUnavailable(exception);

    public override bool IsTransient(DbException exception) => inner.IsTransient(exception);

    public override bool LeavesOutcomeUnknown(DbException exception) => inner.LeavesOutcomeUnknown(exception);
}
