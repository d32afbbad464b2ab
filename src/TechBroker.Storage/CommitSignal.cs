namespace TechBroker.Storage;

/// <summary>Wakes everyone in this process who waits for new rows. Rows of other processes are found by polling.</summary>
public sealed class CommitSignal
{
    private TaskCompletionSource next = New();

    /// <summary>Completes at the next commit after the call. Take it before looking, wait for it after, and nothing is missed.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Set() => Interlocked.Exchange(ref next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
