using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Storage;

/// <summary>A market in which things are posted, revised, closed and opened again, as a seed has it.</summary>
internal sealed class RandomMarket(Database database, Random random)
{
    private static readonly ListingAction[] ListingSteps = [ListingAction.Suspend, ListingAction.Reserve, ListingAction.Withdraw, ListingAction.Expire];
    private static readonly NeedAction[] NeedSteps = [NeedAction.Negotiate, NeedAction.Withdraw, NeedAction.Satisfy, NeedAction.Expire];

    public List<Listing> Listings { get; } = [];

    public List<Need> Needs { get; } = [];

    /// <summary>One change, in one commit, with its message.</summary>
    public async Task ChangeAsync()
    {
        if (random.Next(2) == 0)
        {
            await ChangeListingAsync();
        }
        else
        {
            await ChangeNeedAsync();
        }
    }

    private async Task ChangeListingAsync()
    {
        var at = random.Next(Listings.Count * 2 + 1);
        if (at >= Listings.Count || !ListingStates.MayRevise(Listings[at].State))
        {
            Listings.Add(await database.PostAsync(Posting.Listing(Words.Mixed(random), NewId())));
            return;
        }

        var listing = Listings[at];
        Listings[at] = !listing.IsOpen ? await database.DoAsync(listing, ListingAction.Publish)
            : random.Next(2) == 0 ? await database.ReviseAsync(listing, Words.Mixed(random))
            : await database.DoAsync(listing, ListingSteps[random.Next(ListingSteps.Length)]);
    }

    private async Task ChangeNeedAsync()
    {
        var at = random.Next(Needs.Count * 2 + 1);
        if (at >= Needs.Count || !NeedStates.MayRevise(Needs[at].State))
        {
            Needs.Add(await database.PostAsync(Posting.Need(Words.Mixed(random), NewId())));
            return;
        }

        var need = Needs[at];
        Needs[at] = !need.IsOpen ? await database.DoAsync(need, NeedAction.Publish)
            : random.Next(2) == 0 ? await database.ReviseAsync(need, Words.Mixed(random))
            : await database.DoAsync(need, NeedSteps[random.Next(NeedSteps.Length)]);
    }

    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
