namespace TechBroker.Api.Imports.Reading;

/// <summary>Takes a file apart into lines of bytes; of a line that is too long only the fact is kept.</summary>
internal sealed class JsonLines(Stream file, int maxLength)
{
    private readonly byte[] chunk = new byte[64 * 1024];
    private byte[] line = new byte[4096];
    private int length;
    private int at;
    private int end;

    /// <summary>1 for the first line.</summary>
    public int Number { get; private set; }

    public ReadOnlySpan<byte> Line => line.AsSpan(0, length);

    public bool TooLong { get; private set; }

    /// <summary>The line ended with a line break and not with the file.</summary>
    public bool Complete { get; private set; }

    public bool Read()
    {
        (length, TooLong, Complete) = (0, false, false);
        var any = false;
        while (!Complete && (at < end || Fill()))
        {
            any = true;
            var rest = chunk.AsSpan(at, end - at);
            var stop = rest.IndexOf((byte)'\n');
            Keep(stop < 0 ? rest : rest[..stop]);
            Complete = stop >= 0;
            at += stop < 0 ? rest.Length : stop + 1;
        }

        Number += any ? 1 : 0;
        return any;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        TooLong |= length + bytes.Length > maxLength;
        if (TooLong)
        {
            length = 0;
            return;
        }

        if (length + bytes.Length > line.Length)
        {
            Array.Resize(ref line, Math.Max(line.Length * 2, length + bytes.Length));
        }

        bytes.CopyTo(line.AsSpan(length));
        length += bytes.Length;
    }

    private bool Fill()
    {
        (at, end) = (0, file.Read(chunk, 0, chunk.Length));
        return end > 0;
    }
}
