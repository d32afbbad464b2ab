using FsCheck;
using FsCheck.Fluent;
using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;

namespace TechBroker.IntegrationTests.Storage;

/// <summary>Listings and needs with any combination of fields, in any state.</summary>
internal static class MarketGenerators
{
    private static readonly Gen<string> Texts = Gen.Elements(
            "氢", "电解槽", "laser ", "é", "'", "\"", "\\", "\n", "𠮷", "%", "_", "🙂", "</script>", "null", "；DROP TABLE", " ")
        .NonEmptyListOf().Select(string.Concat);

    private static readonly Gen<string?> MaybeText = Texts.OrNull()!;

    private static readonly Gen<string[]> TextLists = Texts.ListOf().Select(texts => texts.ToArray());

    private static readonly Gen<int?> Trls = Maybe(Gen.Choose(1, 9));

    private static readonly Gen<CooperationMode[]> Modes = Gen.SubListOf(Enum.GetValues<CooperationMode>()).Select(modes => modes.ToArray());

    private static readonly Gen<string?> Regions = Gen.Elements("110000", "310115", "DE").OrNull()!;

    private static readonly Gen<Money?> Monies = Maybe(
        from currency in Gen.Elements("CNY", "EUR")
        from units in Gen.Elements(0L, 1L, 12_345L, Money.Largest)
        select new Money(currency, units));

    private static readonly Gen<DateTimeOffset> Times = Gen.Choose(0, int.MaxValue)
        .Select(n => new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(n * 1_234_567L));

    private static readonly Gen<DateOnly?> Dates = Maybe(Gen.Choose(0, 100_000).Select(n => new DateOnly(1999, 12, 31).AddDays(n)));

    private static readonly Gen<IpRight[]> Rights = (
        from type in Texts
        from number in MaybeText
        from status in MaybeText
        select new IpRight { Type = type, Number = number, Status = status }).ListOf().Select(rights => rights.ToArray());

    private static readonly Gen<ListingContent> ListingContents =
        from title in Texts
        from summary in MaybeText
        from description in MaybeText
        from keywords in TextLists
        from fields in TextLists
        from trl in Trls
        from ip in Rights
        from modes in Modes
        from region in Regions
        from price in Monies
        from language in Gen.Elements("zh", "en")
        select new ListingContent
        {
            Title = title,
            Summary = summary,
            Description = description,
            Keywords = keywords,
            Fields = fields,
            Trl = trl,
            Ip = ip,
            CooperationModes = modes,
            RegionCode = region,
            AskingPrice = price,
            Language = language,
        };

    private static readonly Gen<NeedContent> NeedContents =
        from title in Texts
        from description in MaybeText
        from keywords in TextLists
        from fields in TextLists
        from trl in Trls
        from modes in Modes
        from region in Regions
        from budget in Monies
        from deadline in Dates
        from visibility in Gen.Elements(Enum.GetValues<Visibility>())
        from blind in MaybeText
        select new NeedContent
        {
            Title = title,
            Description = description,
            Keywords = keywords,
            Fields = fields,
            MinTrl = trl,
            CooperationModes = modes,
            RegionCode = region,
            Budget = budget,
            Deadline = deadline,
            Visibility = visibility,
            BlindSummary = blind,
            Language = "zh",
        };

    public static Gen<Listing> Listings(Guid organisation) =>
        from content in ListingContents
        from state in Gen.Elements(Enum.GetValues<ListingState>())
        from owned in Gen.Elements(true, false)
        from reference in Gen.Elements(true, false)
        from created in Times
        from updated in Times
        from published in Maybe(Times)
        from expires in Dates
        select new Listing
        {
            Id = Guid.NewGuid(),
            Revision = 1,
            State = state,
            Content = content,
            OrganisationId = owned ? organisation : null,
            ExternalRef = reference ? Guid.NewGuid().ToString() : null,
            CreatedAt = created,
            UpdatedAt = updated,
            PublishedAt = published,
            ExpiresOn = expires,
        };

    public static Gen<Need> Needs(Guid organisation) =>
        from content in NeedContents
        from state in Gen.Elements(Enum.GetValues<NeedState>())
        from owned in Gen.Elements(true, false)
        from reference in Gen.Elements(true, false)
        from created in Times
        from updated in Times
        from published in Maybe(Times)
        from expires in Dates
        select new Need
        {
            Id = Guid.NewGuid(),
            Revision = 1,
            State = state,
            Content = content,
            OrganisationId = owned ? organisation : null,
            ExternalRef = reference ? Guid.NewGuid().ToString() : null,
            CreatedAt = created,
            UpdatedAt = updated,
            PublishedAt = published,
            ExpiresOn = expires,
        };

    private static Gen<T?> Maybe<T>(Gen<T> values)
        where T : struct => Gen.OneOf(Gen.Constant((T?)null), values.Select(value => (T?)value));
}
