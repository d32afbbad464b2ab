using System.Text;
using System.Text.Json;
using TechBroker.Api.Http;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Access;

internal static class AnonymousCalls
{
    /// <summary>As somebody who is not signed in.</summary>
    public static async Task<Reply> AnonymouslyAsync(this TestServer server, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body as string ?? JsonSerializer.Serialize(body, ApiJson.Options), Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await server.Anonymous.SendAsync(request);
        return await Reply.OfAsync(response);
    }
}
