using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using TechBroker.Api.Http;
using TechBroker.Storage;
using TechBroker.Storage.Evidence;

namespace TechBroker.Api.Evidence;

/// <summary>An upload as it comes in: the file goes to disk piece by piece while its SHA-256 is computed, and never into memory as a whole.</summary>
internal sealed class ReceivedForm(EvidenceFiles files, long mostBytes) : IAsyncDisposable
{
    private const int MostParts = 10, LongestValue = 8 * 1024, LongestBoundary = 70;

    private readonly List<Fault> faults = [];
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public IReadOnlyList<Fault> Faults => faults;

    /// <summary>Null where none came.</summary>
    public FileStream? File { get; private set; }

    public string Sha256 { get; private set; } = "";

    public string GivenName { get; private set; } = "";

    public string? Value(string name) => values.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    /// <returns>Null where the form was read to its end.</returns>
    public async Task<Problem?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data"
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= LongestBoundary } boundary)
        {
            return new Problem(415, "unsupported-media-type", new("请以 multipart/form-data 上传文件。", "Upload the file as multipart/form-data."));
        }

        try
        {
            var reader = new MultipartReader(boundary.ToString(), request.Body) { HeadersCountLimit = 10, HeadersLengthLimit = 4 * 1024 };
            for (var parts = 0; await reader.ReadNextSectionAsync(ct) is { } section; parts++)
            {
                if (parts == MostParts || !await TakeAsync(section, ct))
                {
                    return parts == MostParts ? Unreadable() : TooLarge(mostBytes);
                }
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == 413)
        {
            return TooLarge(mostBytes);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException { StatusCode: 408 } && !DiskFull.Is(e))
        {
            return Unreadable();
        }

        if (File is null)
        {
            faults.Add(new Fault("file", new("请上传一个文件。", "Upload one file.")));
        }
        else if (File.Length == 0)
        {
            faults.Add(new Fault("file", new("文件是空的，请检查后重新上传。", "The file is empty; check it and upload it again.")));
        }

        return null;
    }

    public static Problem TooLarge(long mostBytes) => new(413, "upload-too-large", new(
        $"文件超过 {mostBytes / 1024 / 1024} MB；请压缩扫描件的分辨率或分成几个文件上传。",
        $"The file is larger than {mostBytes / 1024 / 1024} MB; scan at a lower resolution or upload it in parts."));

    public async ValueTask DisposeAsync()
    {
        if (File is { } file)
        {
            await file.DisposeAsync();
            System.IO.File.Delete(file.Name);
        }
    }

    private static Problem Unreadable() => new(400, "form-unreadable", new("上传的表单不完整或格式有误，请重新上传。", "The upload is incomplete or malformed; send it again."));

    /// <returns>False where the file is larger than it may be.</returns>
    private async Task<bool> TakeAsync(MultipartSection section, CancellationToken ct)
    {
        if (section.GetContentDispositionHeader() is not { } disposition)
        {
            throw new InvalidDataException("A part without a name.");
        }

        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        if (disposition.IsFileDisposition())
        {
            if (name != "file" || File is not null)
            {
                faults.Add(new Fault("file", new("每次上传一个文件，字段名为 file。", "One file at a time, in the field named file.")));
                return await SkipAsync(section.Body, ct);
            }

            GivenName = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
            return await SaveAsync(section.Body, ct);
        }

        var value = await TextAsync(section.Body, ct);
        if (name is not ("kind" or "note"))
        {
            faults.Add(FieldNames.Unknown(name, ["file", "kind", "note"]));
        }
        else if (!values.TryAdd(name, value))
        {
            faults.Add(new Fault(name, new("该字段重复出现，请只保留一个。", "It is given twice; send it once.")));
        }

        return true;
    }

    private async Task<bool> SaveAsync(Stream body, CancellationToken ct)
    {
        File = files.Begin();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[80 * 1024];
        long length = 0;
        int read;
        while ((read = await body.ReadAsync(buffer, ct)) > 0)
        {
            length += read;
            if (length > mostBytes)
            {
                return false;
            }

            hash.AppendData(buffer, 0, read);
            await File.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        await File.FlushAsync(ct);
        Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        return true;
    }

    private async Task<bool> SkipAsync(Stream body, CancellationToken ct)
    {
        var buffer = new byte[16 * 1024];
        long length = 0;
        int read;
        while ((read = await body.ReadAsync(buffer, ct)) > 0)
        {
            length += read;
            if (length > mostBytes)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<string> TextAsync(Stream body, CancellationToken ct)
    {
        var buffer = new byte[LongestValue + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return length <= LongestValue ? Encoding.UTF8.GetString(buffer, 0, length) : throw new InvalidDataException("A value is too long.");
    }
}
