namespace TechBroker.Domain.Managers;

/// <summary>
/// How well a manager suits a proposal: 0.6 expertise + 0.2 region + 0.2 success, each 0 to 1. Expertise is the mean, over the proposal's fields,
/// of the closest field of the manager. Success is the share of finished engagements that were signed, drawn towards <see cref="PriorRate"/> as by
/// <see cref="PriorWeight"/> earlier ones (the mean of a Beta posterior), so that a newcomer starts in the middle and is not starved.
/// </summary>
internal sealed class DispatchFit(IReadOnlyList<DispatchManager> managers)
{
    public const double Expertise = 0.6, Region = 0.2, Success = 0.2;

    /// <summary>One engagement in five is signed, until a manager's own record says more.</summary>
    public const double PriorRate = 0.2;

    public const double PriorWeight = 10;

    // Somebody who named no field takes anything, and a proposal without one suits anybody: behind the expert, before who is at home elsewhere.
    private const double Unspecified = 0.3;

    private readonly Dictionary<string, double[]> byField = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, double[]> byRegion = new(StringComparer.OrdinalIgnoreCase);
    private readonly double[] success = [.. managers.Select(m => (m.Signed + (PriorRate * PriorWeight)) / (m.Finished + PriorWeight))];

    /// <summary>For every manager, in their order.</summary>
    public void Of(DispatchProposal proposal, double[] fit)
    {
        ExpertiseOf(proposal, fit);
        var (listing, need) = (RowOf(proposal.ListingRegion), RowOf(proposal.NeedRegion));
        for (var m = 0; m < fit.Length; m++)
        {
            var region = listing is null && need is null ? Unspecified : Math.Max(listing?[m] ?? 0, need?[m] ?? 0);
            fit[m] = (Expertise * fit[m]) + (Region * region) + (Success * success[m]);
        }
    }

    /// <summary>For one manager; the same number as <see cref="Of(DispatchProposal, double[])"/> gives.</summary>
    public double Of(DispatchProposal proposal, int manager)
    {
        var expertise = proposal.Fields.Count == 0 ? Unspecified : 0;
        foreach (var field in proposal.Fields)
        {
            expertise += RowOfField(field)[manager] / proposal.Fields.Count;
        }

        var (listing, need) = (RowOf(proposal.ListingRegion), RowOf(proposal.NeedRegion));
        var region = listing is null && need is null ? Unspecified : Math.Max(listing?[manager] ?? 0, need?[manager] ?? 0);
        return (Expertise * expertise) + (Region * region) + (Success * success[manager]);
    }

    public void ExpertiseOf(DispatchProposal proposal, double[] expertise)
    {
        Array.Clear(expertise);
        if (proposal.Fields.Count == 0)
        {
            Array.Fill(expertise, Unspecified);
            return;
        }

        foreach (var field in proposal.Fields)
        {
            var row = RowOfField(field);
            for (var m = 0; m < expertise.Length; m++)
            {
                expertise[m] += row[m] / proposal.Fields.Count;
            }
        }
    }

    private double[] RowOfField(string field) =>
        Row(byField, field, m => m.Fields.Count == 0 ? Unspecified : m.Fields.Max(own => FieldLevels.Closeness(field, own)));

    private double[]? RowOf(string? region) => region is null ? null
        : Row(byRegion, ProvinceOf(region), m => m.Regions.Count == 0 ? Unspecified : m.Regions.Any(own => ProvinceOf(own) == ProvinceOf(region)) ? 1 : 0);

    // Ten thousand proposals name a few hundred codes: each is compared with every manager once.
    private double[] Row(Dictionary<string, double[]> rows, string key, Func<DispatchManager, double> value)
    {
        if (!rows.TryGetValue(key, out var row))
        {
            rows.Add(key, row = [.. managers.Select(value)]);
        }

        return row;
    }

    /// <summary>The first two digits of GB/T 2260, or the country.</summary>
    private static string ProvinceOf(string region) => region.Length > 2 ? region[..2] : region;
}
