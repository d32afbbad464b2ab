using System.IO.Compression;
using System.Text;
using TechBroker.Api.Imports;
using TechBroker.Api.Imports.Mapping;
using TechBroker.Domain;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.UnitTests.Imports;

/// <summary>Files made by hand and what comes of them.</summary>
internal static class Given
{
    public static readonly VocabularySet Vocabularies = new([
        Of("cooperation-modes",
            new Term { Code = "transfer", Zh = "技术转让", En = "Transfer", Aliases = ["转让", "专利转让"] },
            new Term { Code = "licence", Zh = "技术许可", En = "Licence", Aliases = ["许可", "license"] },
            new Term { Code = "equity", Zh = "作价入股", En = "Technology as shares", Aliases = ["技术入股"] },
            new Term { Code = "jointDevelopment", Zh = "合作开发", En = "Joint development", Aliases = ["联合开发"] }),
        Of("ip-types",
            new Term { Code = "patent", Zh = "发明专利", En = "Invention patent", Aliases = ["专利", "发明"] },
            new Term { Code = "utilityModel", Zh = "实用新型专利", En = "Utility model", Aliases = ["实用新型"] },
            new Term { Code = "softwareCopyright", Zh = "计算机软件著作权", En = "Software copyright", Aliases = ["软件著作权", "软著"] },
            new Term { Code = "internationalApplication", Zh = "国际专利申请（PCT）", En = "International patent application (PCT)", Aliases = ["PCT"] },
            new Term { Code = "biologicalProduct", Zh = "生物、医药新品种", En = "New biological or pharmaceutical product" },
            new Term { Code = "other", Zh = "其他", En = "Other" }),
        Of("ip-statuses",
            new Term { Code = "pending", Zh = "申请中", En = "Pending", Aliases = ["已受理", "申请"] },
            new Term { Code = "granted", Zh = "已授权", En = "Granted", Aliases = ["授权", "有效"] },
            new Term { Code = "registered", Zh = "已登记", En = "Registered", Aliases = ["登记"] }),
        Of("trl", new Term { Code = "6", Zh = "系统样机", En = "System prototype", Aliases = ["中试"] }),
        Of("regions",
            new Term { Code = "110000", Zh = "北京市", En = "Beijing", Aliases = ["北京", "京"] },
            new Term { Code = "110105", Zh = "朝阳区", En = "Chaoyang District", Parent = "110000", Aliases = ["北京市朝阳区"] },
            new Term { Code = "110108", Zh = "海淀区", En = "Haidian District", Parent = "110000", Aliases = ["海淀"] },
            new Term { Code = "150000", Zh = "内蒙古自治区", En = "Inner Mongolia", Aliases = ["内蒙古"] },
            new Term { Code = "211300", Zh = "朝阳市", En = "Chaoyang", Parent = "210000" },
            new Term { Code = "210000", Zh = "辽宁省", En = "Liaoning" },
            new Term { Code = "220000", Zh = "吉林省", En = "Jilin" },
            new Term { Code = "220200", Zh = "吉林市", En = "Jilin City", Parent = "220000" },
            new Term { Code = "330000", Zh = "浙江省", En = "Zhejiang" },
            new Term { Code = "330100", Zh = "杭州市", En = "Hangzhou", Parent = "330000" },
            new Term { Code = "330110", Zh = "余杭区", En = "Yuhang District", Parent = "330100" }),
        Of("countries",
            new Term { Code = "CN", Zh = "中国", En = "China" },
            new Term { Code = "DE", Zh = "德国", En = "Germany" }),
        Of("engineering-fronts",
            new Term { Code = "chemical", Zh = "化工、冶金与材料工程", En = "Chemical, metallurgical and materials engineering" },
            new Term { Code = "energy", Zh = "能源与矿业工程", En = "Energy and mining" }),
    ]);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static Outcome<ImportFile> Open(byte[] file, ImportKind kind = ImportKind.Listings, string name = "file", ImportLimits? limits = null) =>
        ImportFile.Open(new MemoryStream(file), name, kind, Vocabularies, limits);

    public static List<MappedRow> Rows(byte[] file, ImportKind kind = ImportKind.Listings, string name = "file", ImportLimits? limits = null)
    {
        Assert.That(Open(file, kind, name, limits).Is(out var import, out var refused), Is.True, () => refused?.Message.En ?? string.Empty);
        using (import)
        {
            return [.. import!.Rows()];
        }
    }

    public static List<MappedRow> Rows(string text, ImportKind kind = ImportKind.Listings) => Rows(Utf8(text), kind);

    /// <summary>Code of the reason for which a file is refused; also checks that it speaks both languages.</summary>
    public static string Failure(byte[] file, ImportKind kind = ImportKind.Listings, string name = "file", ImportLimits? limits = null)
    {
        Assert.That(Open(file, kind, name, limits).Is(out _, out var refused), Is.False, "the file was accepted");
        Assert.That(refused!.Message.Zh, Does.Match(@"\p{IsCJKUnifiedIdeographs}"));
        Assert.That(refused.Message.En, Does.Not.Match(@"\p{IsCJKUnifiedIdeographs}{12}"));
        return refused.Code;
    }

    /// <summary>A workbook with one sheet whose XML is given; what else is needed can be replaced or added.</summary>
    public static byte[] Workbook(string sheetData, params (string Name, string Xml)[] parts)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var all = new Dictionary<string, string>
        {
            ["_rels/.rels"] = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"成果\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = Relations(("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "worksheet", "worksheets/sheet2.xml"), ("r8", "sharedStrings", "sharedStrings.xml"), ("r9", "styles", "styles.xml")),
            ["xl/worksheets/sheet1.xml"] = Sheet(sheetData),
        };
        foreach (var (name, xml) in parts)
        {
            all[name] = xml;
        }

        return Zip([.. all.Select(p => (p.Key, Utf8(p.Value)))]);

        static string Relations(params (string Id, string Type, string Target)[] relations) =>
            $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Office}/{r.Type}\" Target=\"{r.Target}\"/>"))}</Relationships>";
    }

    public static string Sheet(string sheetData, string behind = "") =>
        $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{sheetData}</sheetData>{behind}</worksheet>";

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A cell with its text in place.</summary>
    public static string Cell(string reference, string text) => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static Vocabulary Of(string id, params Term[] terms) => new(id, "test", new Text(id, id), "by hand", terms);
}
