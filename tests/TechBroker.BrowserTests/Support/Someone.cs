using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace TechBroker.BrowserTests.Support;

/// <summary>Somebody who uses the API as a program does: prepares what a test is about.</summary>
internal sealed class Someone : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = TheBrowser.Server.Address };

    private Someone(string email, string password) => (Email, Password) = (email, password);

    public string Email { get; }

    public string Password { get; }

    /// <param name="name">As in NAME@demo.example.</param>
    public static Task<Someone> OfDemoAsync(string name) => SignInAsync($"{name}@demo.example", TheBrowser.Server.PasswordOf(name));

    /// <summary>A person whom nobody else's test knows.</summary>
    public static Task<Someone> NewAsync(string displayName, params string[] roles) => NewAsync(new { displayName, roles });

    /// <param name="fields">As for POST /users, without address and password.</param>
    public static async Task<Someone> NewAsync(object fields)
    {
        var (email, password) = ($"{Guid.NewGuid():N}@example.com", $"long enough {Guid.NewGuid():N}");
        using var admin = await OfDemoAsync("admin");
        var body = JsonSerializer.SerializeToNode(fields)!.AsObject();
        (body["email"], body["password"]) = (email, password);
        await admin.PostAsync("users", body);
        return await SignInAsync(email, password);
    }

    public async Task<JsonElement> GetAsync(string path) => JsonElement.Parse(await http.GetStringAsync($"/api/v1/{path}"));

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var response = await http.PostAsJsonAsync($"/api/v1/{path}", body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.IsSuccessStatusCode, Is.True, $"POST {path}: {text}");
        return JsonElement.Parse(text);
    }

    public async Task DeleteAsync(string path)
    {
        using var response = await http.DeleteAsync($"/api/v1/{path}");
        Assert.That(response.IsSuccessStatusCode, Is.True, $"DELETE {path}: {response.StatusCode}");
    }

    public void Dispose() => http.Dispose();

    private static async Task<Someone> SignInAsync(string email, string password)
    {
        var someone = new Someone(email, password);
        var tokens = await someone.PostAsync("auth/login", new { email, password });
        someone.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());
        return someone;
    }
}
