using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Managers;

namespace TechBroker.UnitTests.Managers;

/// <summary>Managers and proposals as a province may have them, the same for the same seed; the benchmark measures with them, too.</summary>
internal sealed class GeneratedManagers(int seed)
{
    private static readonly string[] Provinces = ["110108", "120000", "130100", "310000", "330100", "440300", "320500", "510100", "420100", "370200"];

    private readonly Random random = new(seed);
    private Guid[] organisations = [];

    public IReadOnlyList<DispatchManager> Managers(int count, int organisationCount = 500)
    {
        organisations = [.. Enumerable.Range(0, organisationCount).Select(_ => Id())];
        return [.. Enumerable.Range(0, count).Select(_ => Manager())];
    }

    public IReadOnlyList<DispatchProposal> Proposals(int count) => [.. Enumerable.Range(0, count).Select(_ => Proposal())];

    // Two organisations: nobody may broker between one and itself.
    private DispatchProposal Proposal()
    {
        var listing = random.Next(organisations.Length);
        return new DispatchProposal
        {
            Id = Id(),
            Fields = [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => Field()).Distinct()],
            ListingRegion = Region(),
            NeedRegion = Region(),
            Level = random.Next(3, 5),
            Listing = new SideFacts(organisations[listing], null),
            Need = new SideFacts(organisations[(listing + random.Next(1, organisations.Length)) % organisations.Length], null),
        };
    }

    private DispatchManager Manager()
    {
        var finished = random.Next(3) == 0 ? 0 : random.Next(0, 60);
        return new DispatchManager
        {
            Person = new PersonFacts(Id(), random.Next(4) == 0 ? Organisation() : null, null, random.Next(5) == 0 ? [new DeclaredTie(Organisation(), DeclarationKind.Holding)] : []),
            Fields = [.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => Field()).Distinct()],
            Regions = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => Region()).Distinct()],
            Capacity = random.Next(15, 31),
            Finished = finished,
            Signed = random.Next(0, (finished / 2) + 1),
        };
    }

    // Few fields are in great demand and many in little, as in a real market (Zipf).
    private string Field()
    {
        var rank = (int)Math.Floor(Math.Pow(60, random.NextDouble())) - 1;
        return $"industries:C{13 + (rank % 31)}{(rank > 30 ? "1" : "")}";
    }

    private string Region() => Provinces[(int)(Math.Pow(random.NextDouble(), 2) * Provinces.Length)];

    private Guid Organisation() => organisations[random.Next(organisations.Length)];

    private Guid Id()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
