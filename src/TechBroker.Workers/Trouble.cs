using System.Data.Common;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers;

/// <summary>Tells what is wrong with a message from what only happened while it was dealt with.</summary>
internal static class Trouble
{
    // A database that cannot be reached or written, a process that is short of memory or stopping: none of it says anything about the message.
    public static bool IsOfTheMessage(Exception e, SqlDialect dialect) =>
        e is not (OperationCanceledException or IOException or ObjectDisposedException or OutOfMemoryException) && !(e is DbException db && dialect.IsUnavailable(db));
}
