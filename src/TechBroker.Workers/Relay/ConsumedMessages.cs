using TechBroker.Storage.Managers;

namespace TechBroker.Workers.Relay;

/// <summary>Message types that a consumer of this program settles; rows of all others are done once they are on the bus.</summary>
internal sealed class ConsumedMessages(DispatchOptions? dispatch = null)
{
    private readonly HashSet<string> names = [.. ConsumerQueue.Under(dispatch).Select(q => q.Message.Name)];

    public bool Contains(string type) => names.Contains(type);
}
