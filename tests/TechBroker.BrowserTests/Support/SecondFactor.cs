using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using TechBroker.Api.Accounts.SecondFactor;

namespace TechBroker.BrowserTests.Support;

/// <summary>Gives one of the demo people a second factor, over HTTP.</summary>
internal static class SecondFactor
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <returns>Recovery codes; the authenticator's code of this half minute is used up.</returns>
    public static async Task<IReadOnlyList<string>> SwitchOnAsync(string name)
    {
        var password = TheBrowser.Server.PasswordOf(name);
        using var http = new HttpClient { BaseAddress = TheBrowser.Server.Address };
        var tokens = await PostAsync(http, "auth/login", new { email = $"{name}@demo.example", password });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());
        var secret = (await PostAsync(http, "me/second-factor", new { password })).GetProperty("secret").GetString()!;
        var confirmed = await PostAsync(http, "me/second-factor/confirm", new { code = CodeOf(secret) });
        return [.. confirmed.GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()!)];
    }

    /// <summary>What an authenticator app with this secret shows now.</summary>
    public static string CodeOf(string secret) => Totp.CodeAt(KeyOf(secret), Totp.StepAt(DateTimeOffset.UtcNow));

    private static async Task<JsonElement> PostAsync(HttpClient http, string path, object body)
    {
        using var response = await http.PostAsJsonAsync($"/api/v1/{path}", body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.IsSuccessStatusCode, Is.True, $"POST {path}: {text}");
        return JsonElement.Parse(text);
    }

    private static byte[] KeyOf(string base32)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString(Letters.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
