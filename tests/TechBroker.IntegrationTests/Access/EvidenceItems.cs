using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Domain;
using TechBroker.Domain.Ceremonies;
using TechBroker.Domain.Evidence;
using TechBroker.Domain.Investments;
using TechBroker.IntegrationTests.Evidence;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Ceremonies;
using TechBroker.Storage.Evidence;
using TechBroker.Storage.Investments;

namespace TechBroker.IntegrationTests.Access;

/// <summary>Contracts with a file, investments and ceremonies for the matrix.</summary>
internal static class EvidenceItems
{
    /// <summary>The body of an investment, with the kind of a row where it is one.</summary>
    public static JsonObject Investment(string? kind = null)
    {
        var body = new JsonObject
        {
            ["title"] = $"项目{Guid.NewGuid():N}",
            ["amount"] = new JsonObject { ["currency"] = "CNY", ["minorUnits"] = 100 },
            ["investors"] = new JsonArray("某基金"),
            ["recipient"] = "某公司",
            ["regionCode"] = "110000",
            ["signedOn"] = "2026-03-27",
        };
        if (kind is not null)
        {
            body["kind"] = kind;
        }

        return body;
    }

    public static async Task<Guid> DealWithEvidenceAsync(this Matrix matrix, Person seller, Person buyer)
    {
        var (database, bytes) = (matrix.Server.Database, Samples.Pdf());
        var deal = await SignedDeals.AddAsync(database, PartyOf(seller), PartyOf(buyer));
        var files = matrix.Server.App.Services.GetRequiredService<EvidenceFiles>();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await using var file = files.Begin();
        await file.WriteAsync(bytes);
        await file.FlushAsync();
        await files.KeepAsync(file.Name, sha256, () => database.WriteAsync(
            s => EvidenceStore.InsertAsync(s, new EvidenceFile
            {
                Id = deal,
                DealId = deal,
                Kind = EvidenceKind.Contract,
                FileName = "合同.pdf",
                Format = EvidenceFormat.Pdf,
                Length = bytes.Length,
                Sha256 = sha256,
                UploadedBy = seller.Id,
                UploadedFor = EvidenceFile.ForParty,
                OrganisationId = seller.OrganisationId,
                UploadedAt = DateTimeOffset.UtcNow,
            }),
            CancellationToken.None));
        return deal;
    }

    public static async Task<Guid> InvestmentAsync(this Matrix matrix)
    {
        var investment = new Investment
        {
            Id = Guid.NewGuid(),
            Title = $"项目{Guid.NewGuid():N}",
            Amount = new Money("CNY", 100),
            Investors = ["某基金"],
            Recipient = "某公司",
            RegionCode = "110000",
            SignedOn = new DateOnly(2026, 3, 27),
            RecordedBy = matrix.People.Other.Id,
            CreatedAt = DateTimeOffset.UtcNow,
        };
        await matrix.Server.Database.WriteAsync(s => InvestmentStore.InsertAsync(s, investment), CancellationToken.None);
        return investment.Id;
    }

    public static async Task<Guid> CeremonyAsync(this Matrix matrix)
    {
        var ceremony = new Ceremony
        {
            Id = Guid.NewGuid(),
            Title = "现场签约",
            HeldOn = new DateOnly(2026, 3, 27),
            Place = "北京",
            RecordedBy = matrix.People.Other.Id,
            CreatedAt = DateTimeOffset.UtcNow,
        };
        await matrix.Server.Database.WriteAsync(s => CeremonyStore.InsertAsync(s, ceremony), CancellationToken.None);
        return ceremony.Id;
    }

    private static (Guid? Organisation, Guid? Account) PartyOf(Person person) => person.OrganisationId is null ? (null, person.Id) : (person.OrganisationId, null);
}
