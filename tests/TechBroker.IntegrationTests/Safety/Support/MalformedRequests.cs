using System.Globalization;
using System.Text;
using TechBroker.IntegrationTests.Api.Support;

namespace TechBroker.IntegrationTests.Safety;

/// <summary>
/// Requests of which something is broken: path, query, headers, length, kind or content of the body. The same random numbers and ids give
/// the same bytes.
/// </summary>
internal sealed class MalformedRequests(Random random, IReadOnlyList<Guid> ids)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT", "get", "BREW", "P\0ST", ""];

    private static readonly string[] PathParts =
        ["not-a-uuid", "%00", "%2e%2e%2f", "..", "%zz", "%", "%C0%AF", "%ED%A0%80", "\u00ff", "{id}", "00000000-0000-0000-0000-000000000000", "a%0d%0aX-Y:z", ";", "null", "%F0%9F%98%80", " "];

    private static readonly string[] QueryNames =
        ["q", "field", "region", "trl", "minTrl", "organisationId", "externalRef", "state", "limit", "cursor", "minLevel", "kind", "format", "from", "to", "id", "email", "role", "%00", ""];

    private static readonly string[] Odd =
    [
        "", " ", "\"", "\"\"", "*", "W/\"1\"", "\"1\", \"2\"", "\"-1\"", "\"99999999999999999999\"", "1", "\u00e4\u00ff", "\u0001", "\u007f", "\0", "a,b,,;q=9", "zh;q=nonsense, en;q=2",
        "=", "=;=;", "a=b; a=c; \"", "gzip", "gzip, br, identity;q=0", "identity", "100-continue", "chunked", "null", "https://evil.example", "Bearer", "Bearer ", "Bearer \"", "Basic Og==",
        "Bearer tba_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Negotiate x", "{}", "<script>", "%s%n", "-1", "1e9", "18446744073709551616", "techbroker-session=x", "__Host-techbroker=\u00ff",
    ];

    private static readonly string[] HeaderNames =
    [
        "If-Match", "If-None-Match", "If-Modified-Since", "Idempotency-Key", "Last-Event-ID", "Accept-Language", "Accept", "Accept-Encoding", "Cookie", "Content-Encoding", "Content-Type",
        "X-CSRF-Token", "Origin", "Expect", "Transfer-Encoding", "Range", "X-Forwarded-For", "X-HTTP-Method-Override", "Upgrade", "TE", "Host", "Connection", "Content-Length", "A b", "\u00e4", "",
    ];

    private static readonly string[] Types =
    [
        "application/json", "application/json; charset=utf-16", "application/json; charset=\"", "text/plain", "", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"\"", "application/xml", "application/problem+json", "/", "application/json;;;;", "*/*",
    ];

    /// <summary>True: the request says that more is to come than it sends.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>It carries the token unharmed.</summary>
    public bool IsSigned { get; private set; }

    public byte[] Next(RouteFamily.Target target, string? token)
    {
        (IsCutOff, IsSigned) = (false, false);
        var (body, type) = BodyOf(target);
        var head = new StringBuilder()
            .Append(Chance(20) ? Pick(Methods) : target.Method).Append(' ').Append(PathOf(target.Pattern)).Append(QueryOf()).Append(Chance(200) ? Pick([" HTTP/1.0", " HTTP/9.9", "", " \0"]) : " HTTP/1.1").Append("\r\n");
        if (!Chance(100))
        {
            head.Append("Host: localhost\r\n");
        }

        head.Append("Connection: close\r\n");
        if (token is not null && !Chance(12))
        {
            IsSigned = true;
            head.Append("Authorization: Bearer ").Append(token).Append("\r\n");
        }
        else if (Chance(2))
        {
            head.Append("Authorization: ").Append(Pick(Odd)).Append("\r\n");
        }

        if (target.Method == "PUT" && !Chance(6))
        {
            head.Append("If-Match: *\r\n");
        }

        for (var i = Chance(3) ? random.Next(1, 4) : 0; i > 0; i--)
        {
            head.Append(Pick(HeaderNames)).Append(Chance(30) ? " " : ": ").Append(Chance(40) ? new string('x', random.Next(40_000)) : Pick(Odd)).Append(Chance(50) ? "\n" : "\r\n");
        }

        if (type is not null)
        {
            head.Append("Content-Type: ").Append(Chance(10) ? Pick(Types) : type).Append("\r\n");
        }

        return Framed(head, body);
    }

    private byte[] Framed(StringBuilder head, byte[] body)
    {
        switch (random.Next(25))
        {
            case 0:
                // Chunks that do not add up, or never end.
                IsCutOff = true;
                head.Append("Transfer-Encoding: chunked\r\n\r\n").Append(Pick(["5\r\nab", "zz\r\n", "-1\r\n", "FFFFFFFFFFFFFFFFF\r\n", "2\r\nab\r\n", "0\r\nX: y", "2;a=b\r\nab\r\n0\r\n\r\n"]));
                return Encoding.Latin1.GetBytes(head.ToString());
            case 1:
                head.Append("Transfer-Encoding: chunked\r\n\r\n");
                return [.. Encoding.Latin1.GetBytes(head.ToString()), .. Encoding.ASCII.GetBytes(body.Length.ToString("x", CultureInfo.InvariantCulture)), .. "\r\n"u8, .. body, .. "\r\n0\r\n\r\n"u8];
            case 2:
                IsCutOff = true;
                head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length + 1 + random.Next(1000)}\r\n\r\n");
                break;
            case 3:
                head.Append("Content-Length: ").Append(Pick(["-1", "x", "", "1e3", "99999999999999999999", "0x10", "5, 6", "9223372036854775807"])).Append("\r\n\r\n");
                IsCutOff = true;
                break;
            case 4:
                head.Append(CultureInfo.InvariantCulture, $"Content-Length: {random.Next(body.Length + 1)}\r\n\r\n");
                break;
            case 5:
                IsCutOff = true;
                return Encoding.Latin1.GetBytes(head.ToString());
            default:
                head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n");
                break;
        }

        return [.. Encoding.Latin1.GetBytes(head.ToString()), .. body];
    }

    private string PathOf(string pattern)
    {
        var path = string.Join('/', pattern.Split('/').Select(part => !part.StartsWith('{') ? part : random.Next(10) switch
        {
            < 7 => ids[random.Next(ids.Count)].ToString("D"),
            7 => Guid.Empty.ToString("D")[..^1] + random.Next(10).ToString(CultureInfo.InvariantCulture),
            _ => Pick(PathParts),
        }));
        return Chance(40) ? path + "/" + Pick(PathParts) : Chance(300) ? path + new string('a', 9_000) : Chance(300) ? path[1..] : Chance(200) ? "http://elsewhere" + path : path;
    }

    private string QueryOf() => Chance(3) ? "?" + string.Join(Pick(["&", "&&", ";", "&amp;"]), Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"{Pick(QueryNames)}{Pick(["=", "", "=="])}{QueryValue()}")) : "";

    private string QueryValue() => random.Next(5) switch
    {
        0 => Pick(PathParts),
        1 => Uri.EscapeDataString(Pick(Odd)),
        2 => random.NextInt64(long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture),
        3 => string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => $"%{random.Next(256):X2}")),
        _ => Uri.EscapeDataString(new string('量', random.Next(700))),
    };

    private (byte[] Body, string? Type) BodyOf(RouteFamily.Target target)
    {
        if (target.TakesForm)
        {
            return Form();
        }

        if (target.Body is null)
        {
            return Chance(4) ? (new BrokenBodies(random.Next()).Next(new() { ["x"] = 1 }), Pick(Types)) : ([], null);
        }

        var valid = SampleBody.Of(target.Body, ids, random);
        return (random.Next(30) switch
        {
            0 => Encoding.Unicode.GetBytes(valid.ToJsonString()),
            1 => Encoding.UTF8.GetBytes($"{{\"{string.Join("\":1,\"", valid.Select(p => p.Key))}\":{new string('9', random.Next(5_000))}}}"),
            2 => Encoding.UTF8.GetBytes($"{{\"{valid.First().Key}\":\"{new string('长', random.Next(500_000))}\"}}"),
            3 => Encoding.UTF8.GetBytes($"{{{string.Join(',', Enumerable.Range(0, random.Next(3_000)).Select(i => $"\"x{i}\":{i}"))}}}"),
            _ => new BrokenBodies(random.Next()).Next(valid),
        }, "application/json");
    }

    private (byte[] Body, string Type) Form()
    {
        const string boundary = "----b";
        using var body = new MemoryStream();
        for (var i = random.Next(30) == 0 ? random.Next(3_000) : random.Next(5); i > 0; i--)
        {
            var name = Chance(20) ? new string('n', random.Next(20_000)) : Pick(["file", "kind", "dryRun", "publish", "organisationId", "", "\u00e4", "file\0"]);
            body.Write(Encoding.Latin1.GetBytes($"{Pick(["--", "--", "--", "--", "-", ""])}{boundary}\r\nContent-Disposition: {Pick(["form-data", "form-data", "form-data", "attachment", ""])}; name=\"{name}\""));
            body.Write(Encoding.Latin1.GetBytes(name == "file" || Chance(3) ? $"; filename=\"{Pick(["a.csv", "a.xlsx", "a.jsonl", "../../etc/passwd", "\0", "a\"b", "", new string('f', 3_000)])}\"\r\n" : "\r\n"));
            body.Write(Encoding.Latin1.GetBytes(Chance(5) ? $"Content-Transfer-Encoding: {Pick(Odd)}\r\nContent-Type: {Pick(Types)}\r\n\r\n" : Chance(20) ? "" : "\r\n"));
            body.Write(FileContent());
            body.Write("\r\n"u8);
        }

        body.Write(Encoding.Latin1.GetBytes(Chance(5) ? "" : $"--{boundary}--\r\n"));
        return (body.ToArray(), $"multipart/form-data; boundary={(Chance(20) ? Pick(["x", "\"", new string('b', 300)]) : boundary)}");
    }

    private byte[] FileContent()
    {
        var noise = new byte[random.Next(600)];
        random.NextBytes(noise);
        return random.Next(7) switch
        {
            0 => noise,
            1 => [.. "PK\u0003\u0004"u8, .. noise],
            2 => [0xD0, 0xCF, 0x11, 0xE0, .. noise],
            3 => Encoding.UTF8.GetBytes($"title,trl\n\"{Pick(Odd)},5\n=1+1,{random.Next(-5, 20)}\n\0,\n"),
            4 => Encoding.UTF8.GetBytes("{\"title\":\"a\",\"title\":2}\n{\n[[[[\n\"\\ud800\"\n"),
            5 => Encoding.UTF8.GetBytes(Pick(["listings", "needs", "nonsense", "true", "false", ""])),
            _ => [],
        };
    }

    private bool Chance(int of) => random.Next(of) == 0;

    private T Pick<T>(T[] all) => all[random.Next(all.Length)];
}
