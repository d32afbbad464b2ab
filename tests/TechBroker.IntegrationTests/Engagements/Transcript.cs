using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using TechBroker.Api.Http;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Engagements;

/// <summary>Makes requests in people's names and writes down what was said, where TECHBROKER_TRANSCRIPT names a file.</summary>
internal sealed partial class Transcript(Uri address) : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StringBuilder text = new();
    private readonly Dictionary<Guid, HttpClient> clients = [];

    public void Note(string words) => text.Append('\n').Append(words).Append('\n');

    /// <summary>Asks, writes it down and expects this status.</summary>
    public async Task<Reply> AskAsync(string who, Person person, string method, string path, object? body = null, int status = 200, params string[] show)
    {
        if (!clients.TryGetValue(person.Id, out var http))
        {
            clients[person.Id] = http = person.Client(address);
        }

        using var request = new HttpRequestMessage(new HttpMethod(method), path.StartsWith('/') ? path : $"/api/v1/{path}");
        if (body is not null)
        {
            request.Content = JsonContent.Create(body, options: ApiJson.Options);
        }

        using var response = await http.SendAsync(request);
        var reply = await Reply.OfAsync(response);
        text.Append("\n    ").Append(who).Append(": ").Append(method).Append(' ').Append(path);
        if (body is not null)
        {
            text.Append(' ').Append(JsonSerializer.Serialize(JsonSerializer.SerializeToElement(body, ApiJson.Options), Readable));
        }

        text.Append("\n    → ").Append(reply.Status).Append(' ').Append(Shown(reply, show)).Append('\n');
        Assert.That(reply.Status, Is.EqualTo(status), $"{method} {path}: {reply.Text}");
        return reply;
    }

    public void Dispose()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }

        if (Environment.GetEnvironmentVariable("TECHBROKER_TRANSCRIPT") is { Length: > 0 } file)
        {
            // Read by people: what is null tells nothing here, and eight digits of an id are enough.
            File.WriteAllText(file, ShortId().Replace(Null().Replace(text.ToString().TrimStart('\n'), ""), "$1…"));
        }
    }

    private static string Shown(Reply reply, string[] show)
    {
        if (reply.MediaType is not ("application/json" or "application/problem+json"))
        {
            return reply.MediaType ?? "";
        }

        var names = reply.Status >= 400 ? ["code", "detail", "errors"] : show;
        return reply.Json.ValueKind is JsonValueKind.Object
            ? JsonSerializer.Serialize(reply.Json.EnumerateObject().Where(p => names.Contains(p.Name)).ToDictionary(p => p.Name, p => p.Value), Readable)
            : reply.Text;
    }

    [GeneratedRegex("""(,"\w+":null)|("\w+":null,)""")]
    private static partial Regex Null();

    [GeneratedRegex("([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex ShortId();
}
