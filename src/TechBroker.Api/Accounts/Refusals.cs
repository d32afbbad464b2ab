using System.Collections.Concurrent;
using TechBroker.Api.Http;

namespace TechBroker.Api.Accounts;

/// <summary>
/// Counts refused sign-ins per address, whatever account they were for: one that tries one password on a thousand accounts locks none of
/// them, and is stopped here. In the memory of this process; behind several processes an attacker gets as many times the limit.
/// </summary>
internal sealed class Refusals(AuthOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Count)> byAddress = new();

    /// <summary>Seconds to wait, or null where the address may try.</summary>
    public int? WaitOf(string address)
    {
        var now = clock.GetUtcNow();
        return byAddress.TryGetValue(ClientAddress.GroupOf(address), out var seen) && seen.Count >= options.RefusalsPerAddress && seen.Since + Window > now
            ? Math.Max(1, (int)(seen.Since + Window - now).TotalSeconds)
            : null;
    }

    public void Add(string address)
    {
        var now = clock.GetUtcNow();
        if (byAddress.Count > 10_000)
        {
            foreach (var (old, _) in byAddress.Where(a => a.Value.Since + Window < now))
            {
                byAddress.TryRemove(old, out _);
            }
        }

        byAddress.AddOrUpdate(ClientAddress.GroupOf(address), (now, 1), (_, seen) => seen.Since + Window < now ? (now, 1) : (seen.Since, seen.Count + 1));
    }
}
