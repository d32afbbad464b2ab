using System.Security.Cryptography;
using TechBroker.Composition;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Evidence;

/// <summary>A contract between a university and an enterprise, their people and the centre's, on a server that takes files of 1 MB.</summary>
internal abstract class EvidenceFixture : OnOneServer
{
    protected Guid University { get; private set; }

    protected Guid Enterprise { get; private set; }

    protected Guid Deal { get; private set; }

    protected Person Provider { get; private set; } = null!;

    protected Person Seeker { get; private set; } = null!;

    protected Person Manager { get; private set; } = null!;

    protected string Path => $"/api/v1/deals/{Deal}/evidence";

    [SetUp]
    public async Task DealAsync()
    {
        (University, Enterprise) = (await OrganisationAsync(), await OrganisationAsync());
        Provider = await Server.AddPersonAsync(University, Role.Provider);
        Seeker = await Server.AddPersonAsync(Enterprise, Role.Seeker);
        Manager = await Server.AddPersonAsync(null, Role.Manager);
        Deal = await SignedDeals.AddAsync(Server.Database, (University, null), (Enterprise, null));
    }

    protected override void Configure(Settings settings)
    {
        settings.Evidence.MaxFileMegabytes = 1;
        settings.Evidence.MaxFilesPerDeal = 3;
    }

    protected async Task<Guid> OrganisationAsync() =>
        (await PostAsync(Calls.Organisations, new { name = $"单位{Guid.NewGuid():N}", kind = "university", regionCode = "110000" })).Succeeds(201).Id;

    protected Task<Reply> UploadAsync(Person person, byte[] file, string name = "合同.pdf", string kind = "contract", string? note = null, params (string Name, string Value)[] headers) =>
        Uploading.SendAsync(Server, Path, person, file, name, kind, note, headers);

    protected Task<Reply> AsAsync(Person person, HttpMethod method, string path, object? body = null) =>
        Server.SendAsync(method, path, body, ("Authorization", $"Bearer {person.Token}"));

    protected string ContentOf(byte[] file) => ContentOf(Convert.ToHexStringLower(SHA256.HashData(file)));

    protected string ContentOf(string sha256) => System.IO.Path.Combine(Server.DataDirectory, "evidence", sha256[..2], sha256);

    protected string[] Incoming() =>
        System.IO.Path.Combine(Server.DataDirectory, "evidence", "incoming") is var folder && Directory.Exists(folder) ? Directory.GetFiles(folder) : [];

    protected Task<int> CountAsync(string sql, object? arguments = null) => Server.Database.ReadAsync(s => s.FirstAsync<int>(sql, arguments), CancellationToken.None);
}
