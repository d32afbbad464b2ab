using System.Collections.Concurrent;

namespace TechBroker.Matching.Indexing;

/// <summary>
/// Keeps one of each of the values that thousands of listings share, such as a vocabulary's codes; beyond a number everyone gets their own.
/// For listings only: nothing of a need may outlive it.
/// </summary>
internal sealed class Pool<T>(int most)
{
    private readonly ConcurrentDictionary<string, T> known = new(StringComparer.Ordinal);

    public T Get(string key, Side side, Func<string, T> make)
    {
        if (known.TryGetValue(key, out var value))
        {
            return value;
        }

        value = make(key);
        return side == Side.Listing && known.Count < most ? known.GetOrAdd(key, value) : value;
    }
}
