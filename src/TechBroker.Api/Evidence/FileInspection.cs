using System.Text;
using TechBroker.Domain;
using TechBroker.Domain.Evidence;

namespace TechBroker.Api.Evidence;

/// <summary>Finds out what a file is from its bytes; its name and what the client says of it are not asked.</summary>
internal static class FileInspection
{
    private const int Head = 4096;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    // What a browser or a program would run or render if it were handed the text as something else.
    private static readonly string[] Markup =
        ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<?xml", "<?php", "<%", "javascript:", "mime-version:"];

    private static readonly string[] Beginnings = ["<", "#!", "{\\rtf", "%!ps"];

    /// <param name="file">Seekable; left anywhere.</param>
    /// <param name="ct">A long text takes some milliseconds.</param>
    /// <returns>The format, or the refusal with what to do instead.</returns>
    public static async Task<Outcome<FoundFormat>> OfAsync(Stream file, CancellationToken ct)
    {
        file.Position = 0;
        var head = new byte[16];
        var length = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        var start = head.AsSpan(0, length);
        return start.StartsWith("%PDF-"u8) ? new FoundFormat(EvidenceFormat.Pdf)
            : start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? new FoundFormat(EvidenceFormat.Png)
            : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? new FoundFormat(EvidenceFormat.Jpeg)
            : start.StartsWith((ReadOnlySpan<byte>)[(byte)'P', (byte)'K', 3, 4]) ? PackageInspection.Of(file)
            : start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ? FormatRefusals.OldOffice()
            : await TextAsync(file, ct);
    }

    private static async Task<Outcome<FoundFormat>> TextAsync(Stream file, CancellationToken ct)
    {
        file.Position = 0;
        var decoder = Strict.GetDecoder();
        var (bytes, chars) = (new byte[64 * 1024], new char[64 * 1024 + 1]);
        var head = new StringBuilder();
        int read;
        try
        {
            while ((read = await file.ReadAsync(bytes, ct)) > 0)
            {
                var count = decoder.GetChars(bytes, 0, read, chars, 0, flush: false);
                if (chars.AsSpan(0, count).ContainsAnyExcept(PlainCharacters))
                {
                    return FormatRefusals.Unknown();
                }

                head.Append(chars, 0, Math.Min(count, Head - Math.Min(Head, head.Length)));
            }

            decoder.GetChars([], 0, 0, chars, 0, flush: true);
        }
        catch (DecoderFallbackException)
        {
            return FormatRefusals.NotUtf8();
        }

        var text = head.ToString().TrimStart('\uFEFF').TrimStart().ToLowerInvariant();
        return Array.Exists(Beginnings, b => text.StartsWith(b, StringComparison.Ordinal)) || Array.Exists(Markup, m => text.Contains(m, StringComparison.Ordinal))
            ? FormatRefusals.Active()
            : new FoundFormat(EvidenceFormat.Text);
    }

    private static readonly System.Buffers.SearchValues<char> PlainCharacters =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => !char.IsControl(c) || c is '\t' or '\n' or '\r')]);
}

/// <summary>An accepted format.</summary>
internal sealed record FoundFormat(EvidenceFormat Format);
