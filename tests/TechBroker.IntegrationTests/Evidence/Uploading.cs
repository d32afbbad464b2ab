using System.Net.Http.Headers;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Evidence;

/// <summary>A file sent as a browser sends it.</summary>
internal static class Uploading
{
    public static MultipartFormDataContent Form(byte[] file, string name, string kind = "contract", string? note = null)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", name }, { new StringContent(kind), "kind" } };
        if (note is not null)
        {
            form.Add(new StringContent(note), "note");
        }

        return form;
    }

    public static async Task<Reply> SendAsync(
        TestServer server, string path, Person person, byte[] file, string name, string kind, string? note, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Form(file, name, kind, note) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", person.Token);
        foreach (var (header, value) in headers)
        {
            request.Headers.Add(header, value);
        }

        using var response = await server.Http.SendAsync(request);
        return await Reply.OfAsync(response);
    }
}
