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

                // The settled cell, as in the need's notice: anything finer, read here, would undo it there.
                RegionCode = need.Cell.Region,
                Fields = need.Cell.Field is { } field ? [field] : [],
            };
    }
}
