using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TechBroker.Api.Http;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Api.Support;

/// <summary>Requests as any client would send them; a string or bytes go out as they are, everything else as JSON.</summary>
internal static class Calls
{
    public const string Listings = "/api/v1/listings", Needs = "/api/v1/needs", Organisations = "/api/v1/organisations";

    public static async Task<Reply> SendAsync(
        this TestServer server, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(BytesOf(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type")
            {
                request.Content!.Headers.Remove(name);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                request.Headers.Remove(name);
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await server.Http.SendAsync(request);
        return await Reply.OfAsync(response);
    }

    /// <summary>The ids on all pages, in order; between two pages something may happen.</summary>
    public static async Task<List<Guid>> AllIdsAsync(this TestServer server, string path, int limit, Func<Task>? between = null)
    {
        var ids = new List<Guid>();
        string? next = null;
        do
        {
            var page = await server.GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={limit}{(next is null ? "" : $"&cursor={next}")}");
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid()));
            next = page.GetProperty("next").GetString();
            await (between?.Invoke() ?? Task.CompletedTask);
        }
        while (next is not null);
        return ids;
    }

    /// <summary>A body with some properties replaced; null takes one away.</summary>
    public static JsonObject With(this JsonObject body, string name, JsonNode? value)
    {
        var copy = body.DeepClone().AsObject();
        copy[name] = value;
        return copy;
    }

    private static byte[] BytesOf(object body) => body switch
    {
        byte[] bytes => bytes,
        string text => Encoding.UTF8.GetBytes(text),
        _ => JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options),
    };
}
