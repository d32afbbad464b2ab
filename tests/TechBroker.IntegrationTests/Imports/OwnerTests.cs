using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Imports.Support;
using static TechBroker.IntegrationTests.Imports.Support.Uploads;

namespace TechBroker.IntegrationTests.Imports;

/// <summary>Whose rows they are: of the unit named with the upload, unless the row names another.</summary>
internal sealed class OwnerTests : OnOneServer
{
    [Test]
    public async Task Import_WithOrganisation_GivesItTheRowsThatNameNoOther()
    {
        var (ours, other) = (await OrganisationAsync("清华大学"), await OrganisationAsync("浙江大学"));

        (await Server.ImportAsync("listings", $"编号,标题,单位ID\nO-1,我们的成果,\nO-2,别家的成果,{other}\n", ("organisationId", $"{ours}"))).Counts(created: 2);

        var owners = (await GetAsync($"{Calls.Listings}?limit=200")).Items.Where(i => i.GetProperty("externalRef").GetString()!.StartsWith("O-", StringComparison.Ordinal))
            .ToDictionary(i => i.GetProperty("externalRef").GetString()!, i => i.GetProperty("organisationId").GetGuid());
        Assert.That(owners, Is.EqualTo(new Dictionary<string, Guid> { ["O-1"] = ours, ["O-2"] = other }));
    }

    [Test]
    public async Task Import_SameIdsOfTwoOrganisations_AreTwoThings()
    {
        var (one, two) = (await OrganisationAsync("第一研究院"), await OrganisationAsync("第二研究院"));

        (await Server.ImportAsync("needs", "编号,标题\nS-1,同号的需求\n", ("organisationId", $"{one}"))).Counts(created: 1);
        (await Server.ImportAsync("needs", "编号,标题\nS-1,另一家同号的需求\n", ("organisationId", $"{two}"))).Counts(created: 1);

        (await Server.ImportAsync("needs", "编号,标题\nS-1,同号的需求\n", ("organisationId", $"{one}"))).Counts(unchanged: 1);
    }

    [Test]
    public async Task Import_RowOfAnUnknownOrganisation_IsRejectedInItsColumn()
    {
        var unknown = Guid.NewGuid();

        var job = (await Server.ImportAsync("listings", $"标题,机构ID\n无主的成果,{unknown}\n写错的成果,清华\n有主的成果,\n")).Counts(created: 1, rejected: 2);

        Assert.That((job.Error(2).Code, job.Error(2).Column), Is.EqualTo(("organisation-not-found", "机构ID")));
        Assert.That(job.Error(2).Message, Does.Contain($"{unknown}"));
        Assert.That(job.Error(2).Remedy, Does.Contain("organisation"));
        Assert.That(job.Error(3).Column, Is.EqualTo("机构ID"));
    }

    [Test]
    public async Task Post_ForAnUnknownOrganisation_IsRefusedBeforeThereIsAJob()
    {
        var before = (await GetAsync($"{ImportsPath}?limit=200")).Ids;
        using var form = Form("listings", Utf8("标题\n无主\n"), "f.csv", ("organisationId", $"{Guid.NewGuid()}"));

        (await Server.Http.SendFormAsync(form)).Breaks("organisationId");

        Assert.That((await GetAsync($"{ImportsPath}?limit=200")).Ids, Is.EqualTo(before));
        Assert.That(
            Directory.GetFiles(Path.Combine(Server.DataDirectory, "imports")).Select(Path.GetFileName), Is.SubsetOf(before.Select(id => id.ToString())), "the file went with it");
    }

    private async Task<Guid> OrganisationAsync(string name) =>
        (await PostAsync(Calls.Organisations, new { name, kind = "university", regionCode = "110000" })).Succeeds(201).Id;
}
