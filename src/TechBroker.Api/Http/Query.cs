using System.Globalization;
using Microsoft.AspNetCore.Http;
using TechBroker.Domain;

namespace TechBroker.Api.Http;

/// <summary>Reads query parameters and gathers everything that is wrong with them.</summary>
internal sealed class Query(HttpRequest request)
{
    private readonly List<Fault> faults = [];

    /// <summary>The list that is asked for, in the order that the words in q give it; its cursors carry it.</summary>
    public string List => Http.Cursor.ListOf(request.Path, request.Query["q"].ToString().Trim());

    public Problem? Problem => faults.Count > 0 ? Problem.Invalid(faults) : null;

    public string? Text(string name, int longest = 500)
    {
        var value = request.Query[name].ToString();
        if (value.Length > longest)
        {
            Wrong(name, new($"最多 {longest} 个字符。", $"At most {longest} characters."));
        }
        else if (PlainText.FirstFault(value) >= 0)
        {
            Wrong(name, new("含有控制字符或无效字符。", "It holds control or broken characters."));
        }

        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    public int? Number(string name, int least, int most)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Wrong(name, new($"须为 {least} 至 {most} 的整数。", $"It must be a whole number from {least} to {most}."));
        return null;
    }

    /// <summary>A moment; a date alone is its midnight, and without an offset it is UTC.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        Wrong(name, new("须为时间，如 2027-03-31 或 2027-03-31T08:00:00Z。", "It must be a time such as 2027-03-31 or 2027-03-31T08:00:00Z."));
        return null;
    }

    public Guid? Id(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Guid.TryParse(text, out var id))
        {
            return id;
        }

        Wrong(name, new("须为 UUID。", "It must be a UUID."));
        return null;
    }

    public T? Code<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Codes.TryParse<T>(text, out var value))
        {
            return value;
        }

        var all = string.Join(", ", Codes.All<T>());
        Wrong(name, new($"须为以下之一：{all}。", $"It must be one of {all}."));
        return null;
    }

    public int Limit() => Number("limit", 1, 200) ?? 50;

    /// <summary>The cursor, if it is one of this kind of list.</summary>
    public Cursor? Cursor(Func<Cursor, bool> fits)
    {
        if (Text("cursor") is not { } text)
        {
            return null;
        }

        if (Http.Cursor.Parse(text) is { } cursor && cursor.List == List && fits(cursor))
        {
            return cursor;
        }

        Wrong("cursor", new("游标无效，请使用上一页返回的 next。", "This is no cursor of this list; use next of the page before."));
        return null;
    }

    public void Wrong(string name, Text message) => faults.Add(new Fault(name, message));
}
