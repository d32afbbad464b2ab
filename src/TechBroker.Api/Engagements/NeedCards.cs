using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Needs;

namespace TechBroker.Api.Engagements;

/// <summary>The one place where an engagement shows its need.</summary>
internal static class NeedCards
{
    public static EngagementNeedBody NeedCard(Need need, EngagementReader reader)
    {
        var full = reader.IsBroker || reader.Side is EngagementSide.Need || reader.Disclosed || need.Content.Visibility is Visibility.Open;
        return full
            ? new EngagementNeedBody
            {
                Id = need.Id,
                Visibility = Codes.Of(need.Content.Visibility),
                Disclosed = true,
                Title = need.Content.Title,
                BlindSummary = need.Content.BlindSummary,
                RegionCode = need.Content.RegionCode,
                Fields = need.Content.Fields,
                OrganisationId = need.OrganisationId,
            }
            : new EngagementNeedBody
            {
                Id = need.Id,
                Visibility = Codes.Of(need.Content.Visibility),
                Disclosed = false,
                BlindSummary = need.Content.BlindSummary,
                RegionCode = Province(need.Content.RegionCode),
                Fields = [.. need.Content.Fields.Select(Coarse).OfType<string>().Distinct()],
            };
    }

    private static string? Province(string? region) => region is { Length: 6 } ? region[..2] + "0000" : region;

    // A free term is the poster's own word, and a class of industry may have one member in a province.
    private static string? Coarse(string field) => field.Split(':', 2) switch
    {
        ["industries", { Length: > 0 } code] => $"industries:{code[0]}",
        [_, _] => field,
        _ => null,
    };
}
