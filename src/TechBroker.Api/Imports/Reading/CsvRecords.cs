namespace TechBroker.Api.Imports.Reading;

internal enum CsvFault
{
    None,
    UnclosedQuote,
    TextAfterQuote,
    TooLong,
}

/// <summary>
/// Takes delimited text apart into records as RFC 4180 has it. A quote that is never closed costs its own line only: the next line
/// is read as a new record, where a parser that trusts the quote would swallow the rest of the file into one cell.
/// </summary>
internal sealed class CsvRecords(TextReader reader, char delimiter, int maxLength)
{
    private char[] buffer = new char[16 * 1024];
    private int start;
    private int at;
    private int end;
    private bool atEnd;

    /// <summary>1 for the first record, as Excel would number the rows: a quoted line break does not count.</summary>
    public int Number { get; private set; }

    public List<string> Cells { get; private set; } = [];

    public CsvFault Fault { get; private set; }

    /// <summary>False at the end of the text.</summary>
    public bool Read()
    {
        start = at;
        if (Peek() < 0)
        {
            return false;
        }

        (Number, Cells, Fault) = (Number + 1, new List<string>(Cells.Count), CsvFault.None);
        while (true)
        {
            Fault = Peek() == '"' ? Quoted() : Unquoted();
            if (Fault != CsvFault.None)
            {
                TakeLineOnly();
                return true;
            }

            if (Peek() != delimiter)
            {
                TakeLineBreak();
                return true;
            }

            at++;
        }
    }

    private CsvFault Unquoted()
    {
        var from = at - start;
        while (true)
        {
            var length = buffer.AsSpan(at, end - at).IndexOfAny(delimiter, '\n', '\r');
            at = length < 0 ? end : at + length;
            if (length >= 0 || !Fill())
            {
                break;
            }
        }

        Cells.Add(new string(buffer, start + from, at - start - from));
        return Full ? CsvFault.TooLong : CsvFault.None;
    }

    private CsvFault Quoted()
    {
        var from = ++at - start;
        var doubled = false;
        while (true)
        {
            var length = buffer.AsSpan(at, end - at).IndexOf('"');
            at = length < 0 ? end : at + length;
            if (length < 0)
            {
                if (Fill())
                {
                    continue;
                }

                return CsvFault.UnclosedQuote;
            }

            at++;
            if (Peek() != '"')
            {
                break;
            }

            doubled = true;
            at++;
        }

        var text = new string(buffer, start + from, at - 1 - start - from);
        Cells.Add(doubled ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text);
        var next = Peek();
        return next < 0 || next == delimiter || next is '\n' or '\r' ? CsvFault.None : CsvFault.TextAfterQuote;
    }

    /// <summary>Gives up on the record: its first line becomes its only cell, and reading goes on behind it.</summary>
    private void TakeLineOnly()
    {
        at = start;
        while (true)
        {
            var length = buffer.AsSpan(at, end - at).IndexOfAny('\n', '\r');
            at = length < 0 ? end : at + length;
            if (length >= 0 || !Fill())
            {
                break;
            }
        }

        Cells = [new string(buffer, start, at - start)];
        if (Full)
        {
            // One line alone is longer than a record may be: the rest of it goes unread.
            do
            {
                start = at;
                var length = buffer.AsSpan(at, end - at).IndexOfAny('\n', '\r');
                at = length < 0 ? end : at + length;
                start = at;
            }
            while (at == end && Fill());
        }

        TakeLineBreak();
    }

    private void TakeLineBreak()
    {
        var first = Peek();
        at += first is '\n' or '\r' ? 1 : 0;
        at += first == '\r' && Peek() == '\n' ? 1 : 0;
    }

    private bool Full => at == end && end - start >= maxLength;

    private int Peek() => at < end || Fill() ? buffer[at] : -1;

    /// <summary>Reads on behind the current record, which moves to the front of the buffer. False at the end, or when the record is too long.</summary>
    private bool Fill()
    {
        if (atEnd || end - start >= maxLength)
        {
            return false;
        }

        if (start > 0)
        {
            Array.Copy(buffer, start, buffer, 0, end - start);
            (at, end, start) = (at - start, end - start, 0);
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = reader.Read(buffer, end, Math.Min(buffer.Length, maxLength) - end);
        end += read;
        atEnd = read == 0;
        return read > 0;
    }
}
