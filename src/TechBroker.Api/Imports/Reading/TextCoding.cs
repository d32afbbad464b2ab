using System.Text;

namespace TechBroker.Api.Imports.Reading;

/// <summary>
/// The encoding of a text file: its BOM; else UTF-8 if it is valid UTF-8; else GB18030, which Excel writes on Chinese Windows
/// and which takes in GBK and GB2312.
/// </summary>
internal sealed record TextCoding(Encoding Encoding, int BomLength)
{
    private static readonly byte[] Utf8Bom = [0xEF, 0xBB, 0xBF];
    private static readonly byte[] GbBom = [0x84, 0x31, 0x95, 0x33];

    public static TextCoding Of(Stream file)
    {
        file.Position = 0;
        var buffer = new byte[4];
        var head = buffer.AsSpan(0, file.ReadAtLeast(buffer, 4, throwOnEndOfStream: false));
        return head switch
        {
            _ when head.StartsWith(Utf8Bom) => new(Marking(Encoding.UTF8), 3),
            _ when head.StartsWith(GbBom) => new(Gb18030(), 4),
            [0xFF, 0xFE, ..] => new(Marking(Encoding.Unicode), 2),
            [0xFE, 0xFF, ..] => new(Marking(Encoding.BigEndianUnicode), 2),
            _ => new(IsUtf8(file) ? Marking(Encoding.UTF8) : Gb18030(), 0),
        };
    }

    public StreamReader Read(Stream file)
    {
        file.Position = BomLength;
        return new StreamReader(file, Encoding, detectEncodingFromByteOrderMarks: false, 64 * 1024, leaveOpen: true);
    }

    private static Encoding Gb18030() => Marking(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!);

    /// <summary>Wrong bytes become a mark that the row with it is refused for, instead of an exception for the file.</summary>
    private static Encoding Marking(Encoding encoding)
    {
        var copy = (Encoding)encoding.Clone();
        copy.DecoderFallback = new DecoderReplacementFallback(CellFaults.Undecodable.ToString());
        return copy;
    }

    /// <summary>
    /// A few wrong bytes among many right sequences are a damaged UTF-8 file, not a GB18030 one, where nearly every sequence is wrong:
    /// taking it for GB18030 would garble every row instead of refusing one.
    /// </summary>
    private static bool IsUtf8(Stream file)
    {
        file.Position = 0;
        var decoder = Marking(Encoding.UTF8).GetDecoder();
        var bytes = new byte[64 * 1024];
        var chars = new char[bytes.Length + 4];
        long wrong = 0, multi = 0;
        int read;
        do
        {
            read = file.Read(bytes, 0, bytes.Length);
            foreach (var c in chars.AsSpan(0, decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0)))
            {
                wrong += c == CellFaults.Undecodable ? 1 : 0;
                multi += c is > '\u007F' and < CellFaults.Undecodable ? 1 : 0;
            }
        }
        while (read > 0);

        return wrong == 0 || wrong * 20 < multi;
    }
}
