using System.Text.Json;

namespace TechBroker.IntegrationTests.Api.Support;

/// <summary>An answer, read to its end.</summary>
internal sealed record Reply(int Status, string? MediaType, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonElement.Parse(Text);

    public string? Code => Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    public string Detail => Json.GetProperty("detail").GetString()!;

    public Guid Id => Json.GetProperty("id").GetGuid();

    public string ETag => Headers["ETag"];

    public string[] Fields => Json.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateObject().Select(e => e.Name)] : [];

    public string Error(string field) => Json.GetProperty("errors").GetProperty(field)[0].GetString()!;

    public string[] Warnings => [.. Json.GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("code").GetString()!)];

    public JsonElement[] Items => [.. Json.GetProperty("items").EnumerateArray()];

    public Guid[] Ids => [.. Items.Select(i => i.GetProperty("id").GetGuid())];

    public static async Task<Reply> OfAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Content.Headers.ContentType?.MediaType,
        await response.Content.ReadAsStringAsync(),
        response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));

    public Reply Succeeds(int status = 200)
    {
        Assert.That(Status, Is.EqualTo(status), Text);
        return this;
    }

    /// <summary>A problem of RFC 9457 with its stable code, and nothing of the inside in it.</summary>
    public Reply IsProblem(int status, string code)
    {
        Assert.That((Status, MediaType), Is.EqualTo((status, "application/problem+json")), Text);
        Assert.Multiple(() =>
        {
            Assert.That(Code, Is.EqualTo(code), Text);
            Assert.That(Json.GetProperty("status").GetInt32(), Is.EqualTo(status));
            Assert.That(Json.GetProperty("type").GetString(), Is.Not.Empty);
            Assert.That(Json.GetProperty("title").GetString(), Is.Not.Empty);
            Assert.That(Detail, Is.Not.Empty);
            Assert.That(Text, Does.Not.Contain("Exception").And.Not.Contain("   at "));
        });
        return this;
    }

    /// <summary>Refused for exactly these fields.</summary>
    public Reply Breaks(params string[] fields)
    {
        IsProblem(400, "validation");
        Assert.That(Fields, Is.EquivalentTo(fields), Text);
        return this;
    }
}
