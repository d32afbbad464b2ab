using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.CommandLine;

/// <summary>The executable on SQL Server, in processes of its own; skipped by name where no database is named.</summary>
[NonParallelizable]
internal sealed class SqlServerJourneyTests
{
    private const string Provider = "Storage__Provider";

    private DirectoryInfo folder = null!;

    [SetUp]
    public async Task EmptyAsync()
    {
        SqlServerDatabase.Use();
        await SqlServerDatabase.EmptyAsync();
        folder = Directory.CreateTempSubdirectory("techbroker-test-");
        Environment.SetEnvironmentVariable(Provider, "SqlServer");
    }

    [TearDown]
    public void Delete()
    {
        Environment.SetEnvironmentVariable(Provider, null);
        folder?.Delete(recursive: true);
    }

    [Test]
    public async Task Need_PostedToOneProcess_FindsTheListingPostedToAnother()
    {
        using var first = await ServerProcess.StartAsync(folder.FullName);
        using var second = await WithoutWorkersAsync();
        using var atFirst = await ClientAsync(first.Address);
        using var atSecond = await ClientAsync(second.Address);
        var listing = await PostAsync(atSecond, "listings", "高韧性立方氮化硼单晶合成工艺", "a");
        Assert.That(await PostAsync(atSecond, "listings", "高韧性立方氮化硼单晶合成工艺", "a"), Is.EqualTo(listing), "the same key, the same answer");
        var need = await PostAsync(atFirst, "needs", "寻求高韧性立方氮化硼单晶的研制技术", "b");
        await Eventually.BecomesAsync(async () => await MatchesAsync(atSecond, need) is [var match] && match == listing, "the match", seconds: 60);
    }

    [Test]
    public async Task Posts_ToTwoProcessesAtOnce_AreAllThereAndTheAuditRecordIsWhole()
    {
        const int Each = 50;
        using (var first = await ServerProcess.StartAsync(folder.FullName))
        using (var second = await WithoutWorkersAsync())
        {
            using var atFirst = await ClientAsync(first.Address);
            using var atSecond = await ClientAsync(second.Address);
            var posted = await Task.WhenAll(Enumerable.Range(0, Each).SelectMany(i => new[]
            {
                PostAsync(atFirst, "listings", $"石墨烯散热膜制备 {i}", $"l{i}"), PostAsync(atSecond, "needs", $"需要石墨烯散热膜 {i}", $"n{i}"),
            }));
            Assert.That(posted.Distinct().Count(), Is.EqualTo(2 * Each));
            await first.TerminateAsync();
            await second.TerminateAsync();
        }

        using var verify = Process.Start(ServerProcess.Program(["audit", "verify", "--data", folder.FullName, "--language", "en"]))!;
        var said = await verify.StandardOutput.ReadToEndAsync() + await verify.StandardError.ReadToEndAsync();
        await verify.WaitForExitAsync();
        Assert.That(verify.ExitCode, Is.Zero, said);
    }

    // The same folder, because the keys lie there; the relay is the first one's.
    private async Task<ServerProcess> WithoutWorkersAsync()
    {
        Environment.SetEnvironmentVariable("Workers__Enabled", "false");
        try
        {
            return await ServerProcess.StartAsync(folder.FullName);
        }
        finally
        {
            Environment.SetEnvironmentVariable("Workers__Enabled", null);
        }
    }

    private async Task<HttpClient> ClientAsync(Uri address)
    {
        await using var database = new Database(SqlServerDatabase.Present!, new CommitSignal(), AuditKey.InFolder(folder.FullName));
        return (await Person.AddAsync(database, null, Role.Admin)).Client(address);
    }

    private static async Task<Guid> PostAsync(HttpClient client, string kind, string title, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{kind}") { Content = JsonContent.Create(new { title, publish = true }) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.IsSuccessStatusCode, Is.True, text);
        return JsonElement.Parse(text).GetProperty("id").GetGuid();
    }

    private static async Task<List<Guid>> MatchesAsync(HttpClient client, Guid need) =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"/api/v1/needs/{need}/matches")).GetProperty("items").EnumerateArray().Select(m => m.GetProperty("listingId").GetGuid())];
}
