using System.Text.Json;

namespace TechBroker.BrowserTests.Support;

/// <summary>What a test arranges or looks up beside the pages: calls of the API by whoever is signed in in a visit.</summary>
internal static class Requests
{
    private const string Send =
        """
        async ({ method, path, body, ifMatch }) => {
          const { header, token } = await (await fetch('/api/v1/auth/antiforgery')).json();
          const headers = { 'Content-Type': 'application/json', [header]: token, ...(ifMatch ? { 'If-Match': ifMatch } : {}) };
          const answer = await fetch('/api/v1/' + path, method === 'GET' ? {} : { method, headers, body: body ?? undefined });
          const text = await answer.text();
          if (!answer.ok) throw new Error(method + ' ' + path + ': ' + text);
          return text || '{}';
        }
        """;

    public static async Task<JsonElement> GetAsync(this Visit visit, string path) =>
        JsonElement.Parse(await visit.Page.EvaluateAsync<string>(Send, new { method = "GET", path }));

    public static async Task<JsonElement> PostAsync(this Visit visit, string path, object? body = null) =>
        JsonElement.Parse(await visit.Page.EvaluateAsync<string>(Send, new { method = "POST", path, body = body is null ? null : JsonSerializer.Serialize(body) }));

    public static async Task<JsonElement> PutAsync(this Visit visit, string path, object body, int revision) =>
        JsonElement.Parse(await visit.Page.EvaluateAsync<string>(Send, new { method = "PUT", path, body = JsonSerializer.Serialize(body), ifMatch = $"\"{revision}\"" }));

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static IEnumerable<JsonElement> Items(this JsonElement page) => page.GetProperty("items").EnumerateArray();
}
