using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Imports.Support;

/// <summary>Files sent as a browser sends them.</summary>
internal static class Uploads
{
    public const string ImportsPath = "/api/v1/imports";

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static MultipartFormDataContent Form(string kind, byte[] file, string fileName, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", fileName }, { new StringContent(kind), "kind" } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return form;
    }

    public static async Task<Reply> SendFormAsync(this HttpClient http, HttpContent form, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ImportsPath) { Content = form };
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.Add(name, value);
        }

        using var response = await http.SendAsync(request);
        return await Reply.OfAsync(response);
    }

    /// <summary>Uploads and waits for the end, good or bad.</summary>
    public static Task<ImportJobBody> ImportAsync(this TestServer server, string kind, string file, params (string Name, string Value)[] fields) =>
        server.ImportAsync(kind, Utf8(file), "file", fields);

    public static async Task<ImportJobBody> ImportAsync(this TestServer server, string kind, byte[] file, string fileName, params (string Name, string Value)[] fields)
    {
        using var form = Form(kind, file, fileName, fields);
        var accepted = (await server.Http.SendFormAsync(form)).Succeeds(202);
        Assert.That(accepted.Headers["Location"], Is.EqualTo($"{ImportsPath}/{accepted.Id}"));
        return await server.Http.EndOfAsync(accepted.Id);
    }

    public static async Task<ImportJobBody> EndOfAsync(this HttpClient http, Guid id)
    {
        ImportJobBody? job = null;
        await Eventually.BecomesAsync(async () => (job = await http.JobAsync(id)).State is "done" or "failed", "the import to end", seconds: 60);
        return job!;
    }

    public static async Task<ImportJobBody> JobAsync(this HttpClient http, Guid id) =>
        (await http.GetFromJsonAsync<ImportJobBody>($"{ImportsPath}/{id}", ApiJson.Options))!;

    /// <summary>Done, and every row of the file counted once.</summary>
    public static ImportJobBody Counts(this ImportJobBody job, int created = 0, int updated = 0, int unchanged = 0, int rejected = 0)
    {
        var errors = JsonSerializer.Serialize(job.Errors, ApiJson.Options);
        Assert.That((job.State, job.Created, job.Updated, job.Unchanged, job.Rejected), Is.EqualTo(("done", created, updated, unchanged, rejected)), $"{job.Failure} {errors}");
        Assert.That((job.Rows, job.Processed), Is.EqualTo((created + updated + unchanged + rejected, created + updated + unchanged + rejected)));
        return job;
    }

    public static ImportIssueBody Error(this ImportJobBody job, int row) => job.Errors.Single(e => e.Row == row && e.Severity == "error");
}
