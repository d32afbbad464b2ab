using System.Text.Json;
using System.Text.Json.Serialization;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;

namespace TechBroker.Verbs;

/// <summary>A listing or need as a line of JSON that <see cref="MarketFile"/> reads: HTTP's field names and <c>id</c>, nothing of people.</summary>
internal static class MarketLine
{
    private static readonly JsonSerializerOptions Format = new(ApiJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Of(Listing listing) => JsonSerializer.Serialize(
        new
        {
            listing.Id,
            listing.Content.Title,
            listing.Content.Summary,
            listing.Content.Description,
            listing.Content.Keywords,
            listing.Content.Fields,
            listing.Content.Trl,
            Ip = listing.Content.Ip.Select(i => new IpBody { Type = i.Type, Number = i.Number, Status = i.Status }),
            CooperationModes = listing.Content.CooperationModes.Select(Codes.Of),
            listing.Content.RegionCode,
            AskingPrice = MoneyOf(listing.Content.AskingPrice),
            listing.Content.Language,
        },
        Format);

    public static string Of(Need need) => JsonSerializer.Serialize(
        new
        {
            need.Id,
            need.Content.Title,
            need.Content.Description,
            need.Content.Keywords,
            need.Content.Fields,
            need.Content.MinTrl,
            CooperationModes = need.Content.CooperationModes.Select(Codes.Of),
            need.Content.RegionCode,
            Budget = MoneyOf(need.Content.Budget),
            need.Content.Deadline,
            Visibility = Codes.Of(need.Content.Visibility),
            need.Content.BlindSummary,
            need.Content.Language,
        },
        Format);

    private static MoneyBody? MoneyOf(Money? money) => money is { } m ? new MoneyBody { Currency = m.Currency, MinorUnits = m.MinorUnits } : null;
}
