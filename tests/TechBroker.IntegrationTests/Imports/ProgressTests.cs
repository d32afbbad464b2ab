using System.Text.Json;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Imports.Support;
using TechBroker.IntegrationTests.Support;
using static TechBroker.IntegrationTests.Imports.Support.Uploads;

namespace TechBroker.IntegrationTests.Imports;

internal sealed class ProgressTests
{
    [Test]
    public async Task Stream_DuringAnImport_TellsHowFarItIs()
    {
        await using var server = await TestServer.StartAsync(s => s.Workers.Enabled = false);
        using var stream = await EventReader.OpenAsync(server);
        var rows = string.Concat(Enumerable.Range(1, 650).Select(i => $"机密标题{i},{(i == 300 ? 99 : 9)}\n"));

        var job = (await server.ImportAsync("listings", $"标题,成熟度\n{rows}")).Counts(created: 649, rejected: 1);

        var told = new List<JsonElement>();
        do
        {
            var next = await stream.NextAsync();
            Assert.That(next!.Kind, Is.EqualTo("importProgress"));
            Assert.That(next.Data, Does.Not.Contain("机密"));
            told.Add(JsonElement.Parse(next.Data));
        }
        while (told[^1].GetProperty("state").GetString() == "running");

        Assert.Multiple(() =>
        {
            Assert.That(told.Select(t => t.GetProperty("importId").GetGuid()), Is.All.EqualTo(job.Id));
            Assert.That(told[^1].GetProperty("state").GetString(), Is.EqualTo("done"));
            Assert.That(told.Select(t => t.GetProperty("processed").GetInt32()), Is.Ordered.Ascending);
            Assert.That(told.Select(t => t.GetProperty("processed").GetInt32()).Distinct().Count(n => n is > 0 and < 650), Is.GreaterThan(1), "told on the way");
            Assert.That(told.Select(t => t.GetProperty("rows").GetInt32()), Is.All.EqualTo(650));
            Assert.That(told[^1].GetProperty("rejected").GetInt32(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Import_OfARefusedFile_IsToldAsFailed()
    {
        await using var server = await TestServer.StartAsync(s => s.Workers.Enabled = false);
        using var stream = await EventReader.OpenAsync(server);

        await server.ImportAsync("needs", "");

        Assert.That(JsonElement.Parse((await stream.NextAsync())!.Data).GetProperty("state").GetString(), Is.EqualTo("failed"));
    }
}
