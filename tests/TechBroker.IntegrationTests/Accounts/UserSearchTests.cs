using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Accounts.Support;

namespace TechBroker.IntegrationTests.Accounts;

/// <summary>GET /users?q=…</summary>
internal sealed class UserSearchTests : OnFastServer
{
    [Test]
    public async Task Page_WithWords_HasThoseWithThemInNameOrAddress()
    {
        var admin = await Member.AddAsync(Server, Role.Admin);
        using var client = await admin.ClientAsync();
        var mark = Guid.NewGuid().ToString("N")[..8];
        var first = (await client.CallAsync(HttpMethod.Post, Member.Users, new { email = $"{mark}@shou.example", displayName = "寻找甲", roles = new[] { "seeker" } })).Succeeds(201).Id;
        var second = (await client.CallAsync(HttpMethod.Post, Member.Users, new { email = $"else-{Guid.NewGuid():N}@shou.example", displayName = $"寻找 {mark}_乙", roles = new[] { "seeker" } })).Succeeds(201).Id;

        Assert.That(await IdsAsync(client, mark), Is.EquivalentTo(new[] { second, first }));
        Assert.That(await IdsAsync(client, $"{mark}_"), Is.EqualTo(new[] { second }), "no character stands for others");
        Assert.That(await IdsAsync(client, $"{mark}@SHOU"), Is.EqualTo(new[] { first }));
        (await client.CallAsync(HttpMethod.Get, $"{Member.Users}?q={new string('a', 101)}")).Breaks("q");
    }

    private static async Task<List<Guid>> IdsAsync(HttpClient client, string words)
    {
        var page = (await client.CallAsync(HttpMethod.Get, $"{Member.Users}?q={Uri.EscapeDataString(words)}")).Succeeds();
        return [.. page.Json.GetProperty("items").EnumerateArray().Select(u => u.GetProperty("id").GetGuid())];
    }
}
