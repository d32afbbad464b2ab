using System.Globalization;
using System.Text;
using System.Text.Json;
using TechBroker.Api.Imports;
using TechBroker.Api.Imports.Mapping;
using TechBroker.Api.Imports.Writing;

namespace TechBroker.UnitTests.Imports;

/// <summary>Whatever a listing says, writing it into a template's columns and importing that gives the same listing.</summary>
public sealed class RoundTripTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly Gen<string> Sentence = Gen.Elements("氢", "能", "𠮷", "A", "é", " ", "“", "\"", ",", "；", "|", "\n", "=", "-", "+", "@", "'", "\t", "_x0041_", "<&>", "1", "元")
        .NonEmptyListOf().Select(parts => string.Concat(parts).Trim()).Where(s => s.Length > 0);

    private static readonly Gen<string> Line = Sentence.Select(s => string.Join(' ', s.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(s => s.Length > 0);

    private static readonly Gen<string> Word = Gen.Elements("电解槽", "AI", "'5", "=x", "光-场", "@", "a b", "+1", "\"", "词").NonEmptyListOf().Select(string.Concat).Where(s => s.Trim().Length > 0);

    private static readonly Gen<IpBody> Right =
        from type in Gen.Elements("patent", "utilityModel", "softwareCopyright", "other")
        from number in Gen.Elements("ZL202310012345.6", "2021SR123456", "PCT/CN2023/123456", "12345678")
        from status in Gen.Elements<string?>("granted", "pending", "registered", null)
        select new IpBody { Type = type, Number = number, Status = status };

    private static readonly Gen<PostListingBody> Listings =
        from title in Line
        from summary in Maybe(Sentence)
        from description in Maybe(Sentence)
        from keywords in Several(Word)
        from fields in Several(Gen.OneOf(Word, Gen.Elements("化工、冶金与材料工程", "engineering-fronts:energy")))
        from trl in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(1, 9).Select(n => (int?)n))
        from ip in Several(Right)
        from modes in Several(Gen.Elements("transfer", "licence", "equity", "jointDevelopment"))
        from region in Gen.Elements<string?>("110108", "330100", "DE", null)
        from price in Gen.OneOf(Gen.Constant<MoneyBody?>(null), Prices())
        from language in Gen.Elements<string?>("zh", "en", null)
        select new PostListingBody
        {
            Title = title,
            Summary = summary,
            Description = description,
            Keywords = keywords,
            Fields = fields,
            Trl = trl,
            Ip = ip,
            CooperationModes = modes?.Distinct().ToList(),
            RegionCode = region,
            AskingPrice = price,
            Language = language,
        };

    [Test]
    public void Import_ListingInCsv_IsTheSame([Values] bool english) => Check(listing =>
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true))
        {
            CsvText.WriteRecord(writer, Headings(english));
            CsvText.WriteRecord(writer, Cells(listing));
        }

        return stream.ToArray();
    });

    [Test]
    public void Import_ListingInXlsx_IsTheSame() => Check(listing =>
    {
        using var stream = new MemoryStream();
        XlsxBook.Write(stream, new XlsxSheet("成果", Headings(english: false), [Cells(listing)]));
        return stream.ToArray();
    });

    [Test]
    public void Import_ListingInJsonl_IsTheSame() => Check(listing => JsonSerializer.SerializeToUtf8Bytes(listing, Web));

    private static void Check(Func<PostListingBody, byte[]> write) => Prop.ForAll(Arb.From(Listings), listing =>
    {
        var row = Given.Rows(write(listing)).Single();
        var (expected, actual) = (JsonSerializer.Serialize(listing, Web), JsonSerializer.Serialize(row.Listing, Web));
        return (actual == expected && row.Verdict == Verdict.Import).Label($"{expected}\n{actual}\n{string.Join('\n', row.Issues)}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static List<string> Headings(bool english) => [.. TemplateColumns.For(ImportKind.Listings).Select(c => c.Heading.In(english))];

    private static List<string> Cells(PostListingBody listing) => [.. TemplateColumns.For(ImportKind.Listings).Select(c => c.Field switch
    {
        Field.Title => listing.Title,
        Field.Summary => listing.Summary,
        Field.Description => listing.Description,
        Field.Keywords => Joined(listing.Keywords),
        Field.Fields => Joined(listing.Fields),
        Field.Trl => listing.Trl?.ToString(CultureInfo.InvariantCulture),
        Field.Ip => Joined(listing.Ip?.Select(r => $"{r.Type} {r.Number} {r.Status}".Trim())),
        Field.CooperationModes => Joined(listing.CooperationModes),
        Field.Region => listing.RegionCode,
        Field.Money => listing.AskingPrice is { } price ? $"{price.Currency} {((decimal)price.MinorUnits! / (price.Currency == "JPY" ? 1 : 100)).ToString(CultureInfo.InvariantCulture)}" + (price.Currency == "CNY" ? "元" : string.Empty) : null,
        Field.Language => listing.Language,
        _ => null,
    } ?? string.Empty)];

    private static string? Joined(IEnumerable<string>? values) => values is null ? null : string.Join("；", values);

    private static Gen<string?> Maybe(Gen<string> gen) => Gen.OneOf(Gen.Constant<string?>(null), gen.Select(s => (string?)s));

    private static Gen<IReadOnlyList<T>?> Several<T>(Gen<T> gen) => Gen.OneOf(Gen.Constant<IReadOnlyList<T>?>(null), gen.NonEmptyListOf().Select(l => (IReadOnlyList<T>?)[.. l]));

    private static Gen<MoneyBody?> Prices() =>
        from currency in Gen.Elements("CNY", "USD", "JPY")
        from minor in ArbMap.Default.GeneratorFor<long>().Select(n => (n & long.MaxValue) % (Domain.Money.Largest + 1))
        select (MoneyBody?)new MoneyBody { Currency = currency, MinorUnits = minor };
}
