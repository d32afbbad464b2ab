using TechBroker.Contracts.Http;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Search;

/// <summary>Puts the organisation's name beside its id: visitors cannot look it up. An answer without the id (a blind need's) gets no name.</summary>
internal sealed class OwnerNames(Database database)
{
    public async Task<IReadOnlyList<ListingBody>> OfAsync(IReadOnlyList<ListingBody> bodies, CancellationToken ct)
    {
        var names = await NamesAsync(bodies.Select(b => b.OrganisationId), ct);
        return [.. bodies.Select(b => b with { OrganisationName = Find(names, b.OrganisationId) })];
    }

    public async Task<IReadOnlyList<NeedBody>> OfAsync(IReadOnlyList<NeedBody> bodies, CancellationToken ct)
    {
        var names = await NamesAsync(bodies.Select(b => b.OrganisationId), ct);
        return [.. bodies.Select(b => b with { OrganisationName = Find(names, b.OrganisationId) })];
    }

    private Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<Guid?> ids, CancellationToken ct) =>
        database.ReadAsync(s => OrganisationStore.NamesAsync(s, ids.OfType<Guid>()), ct);

    private static string? Find(IReadOnlyDictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
}
