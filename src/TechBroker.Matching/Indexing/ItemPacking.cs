namespace TechBroker.Matching.Indexing;

/// <summary>
/// An item as few bytes: what is kept of it in memory and in the snapshot file. What everything else is made from stands in front as it is;
/// the texts follow compressed.
/// </summary>
internal static class ItemPacking
{
    private const int Need = 1, Hidden = 2, Matched = 4, HasPublicText = 8, HasTrl = 16, HasRegion = 32, HasPrice = 64, HasPosted = 128, HasDeadline = 256;

    public static byte[] Pack(MarketItem item)
    {
        var (front, texts) = (new ByteWriter(), new ByteWriter());
        front.Number(FlagsOf(item));
        front.Id(item.Id);
        front.Number(item.Revision);
        front.Texts(item.Fields);
        front.Texts(item.CooperationModes);
        front.Texts(item.Ip);
        front.Text(item.RegionCode ?? "");
        front.Text(item.Price?.Currency ?? "");
        front.Long(item.Price?.MinorUnits ?? 0);
        front.Number(item.PostedOn?.DayNumber ?? 0);
        front.Number(item.Deadline?.DayNumber ?? 0);
        front.Long(item.Trl ?? 0);

        texts.Text(item.Title);
        texts.Texts(item.Keywords);
        texts.Text(item.Summary);
        texts.Text(item.Description);
        texts.Text(item.PublicText ?? "");
        front.Bytes(Compression.Compress(texts.Written));
        return front.Written.ToArray();
    }

    /// <param name="packed">Of <see cref="Pack"/>.</param>
    /// <param name="withTexts">False leaves the texts empty, and is far quicker.</param>
    public static MarketItem Unpack(ReadOnlySpan<byte> packed, bool withTexts = true)
    {
        var front = new ByteReader(packed);
        var flags = front.Number();
        var item = new MarketItem
        {
            Side = (flags & Need) != 0 ? Side.Need : Side.Listing,
            Hidden = (flags & Hidden) != 0,
            Matched = (flags & Matched) != 0,
            Id = front.Id(),
            Revision = front.Number(),
            Fields = front.Texts(),
            CooperationModes = front.Texts(),
            Ip = front.Texts(),
            RegionCode = front.Text() is var region && (flags & HasRegion) != 0 ? region : null,
            Price = new Price(front.Text(), front.Long()) is var price && (flags & HasPrice) != 0 ? price : null,
            PostedOn = DateOnly.FromDayNumber(front.Number()) is var posted && (flags & HasPosted) != 0 ? posted : null,
            Deadline = DateOnly.FromDayNumber(front.Number()) is var deadline && (flags & HasDeadline) != 0 ? deadline : null,
            Trl = front.Long() is var trl && (flags & HasTrl) != 0 ? (int)trl : null,
            Title = "",
        };
        if (!withTexts)
        {
            return item;
        }

        var texts = new ByteReader(Compression.Decompress(front.Rest));
        return item with
        {
            Title = texts.Text(),
            Keywords = texts.Texts(),
            Summary = texts.Text(),
            Description = texts.Text(),
            PublicText = texts.Text() is var text && (flags & HasPublicText) != 0 ? text : null,
        };
    }

    private static int FlagsOf(MarketItem item) =>
        (item.Side == Side.Need ? Need : 0) | (item.Hidden ? Hidden : 0) | (item.Matched ? Matched : 0) | (item.PublicText is null ? 0 : HasPublicText)
        | (item.Trl is null ? 0 : HasTrl) | (item.RegionCode is null ? 0 : HasRegion) | (item.Price is null ? 0 : HasPrice)
        | (item.PostedOn is null ? 0 : HasPosted) | (item.Deadline is null ? 0 : HasDeadline);
}
