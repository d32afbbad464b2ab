using System.Net.Http.Json;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Audit;

namespace TechBroker.IntegrationTests.Rabbit;

/// <summary>Three real servers that start at once on an empty folder and all write to the one file.</summary>
internal sealed class SeveralProcessesTests
{
    private const int Each = 60;

    [Test]
    public async Task Servers_ThreeOnOneFile_WriteAtOnceAndLoseNothing()
    {
        await using var place = await Installation.OnAsync(await Broker.SharedAsync());
        var servers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ServerProcess.StartAsync(place.Folder, place.Environment)));
        try
        {
            await Task.WhenAll(servers.Select(PostAsync));
            await place.DrainAsync(60);
            await Eventually.BecomesAsync(
                async () => await place.Data.FirstAsync("SELECT COUNT(*) FROM Inbox WHERE Consumer IN ('ListingPublishedConsumer', 'NeedPostedConsumer')") == 3 * 2 * Each,
                "every message to be dealt with",
                seconds: 60);
            Assert.That(
                await place.Data.FirstAsync("SELECT COUNT(*) FROM Match m JOIN Listing l ON l.Id = m.ListingId JOIN Need n ON n.Id = m.NeedId AND n.Title = l.Title"), Is.EqualTo(3 * Each));
            Assert.That(await place.CountAsync("ParkedMessage"), Is.Zero);
            var audit = await place.Data.Database.SnapshotAsync(s => AuditChain.VerifyAsync(s, AuditKey.InFolder(place.Folder), null, CancellationToken.None), CancellationToken.None);
            Assert.That(audit.Faults, Is.Empty);

            async Task PostAsync(ServerProcess server, int number)
            {
                using var http = await server.SignInAsync();
                for (var i = number * Each; i < (number + 1) * Each; i++)
                {
                    foreach (var path in new[] { "/api/v1/listings", "/api/v1/needs" })
                    {
                        using var answer = await http.PostAsJsonAsync(path, new { title = Words.Unique(i), publish = true });
                        Assert.That((int)answer.StatusCode, Is.EqualTo(201), await answer.Content.ReadAsStringAsync());
                    }
                }
            }

            await Task.WhenAll(servers.Select(s => s.TerminateAsync()));
        }
        finally
        {
            Array.ForEach(servers, s => s.Dispose());
        }
    }

    [Test]
    public async Task Folder_OfARelayOverABroker_IsNotForOneInMemory()
    {
        await using var place = await Installation.OnAsync(await Broker.SharedAsync());
        using var server = await ServerProcess.StartAsync(place.Folder, place.Environment);
        (await CommandLine.Support.Techbroker.RunAsync("worker", "--data", place.Folder)).Refuses(1, "Another techbroker process");
    }
}
