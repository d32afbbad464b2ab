using System.Text.Json;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Market;
using TechBroker.Storage.Notices;
using TechBroker.Storage.People;
using TechBroker.Storage.Privacy;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Privacy;

/// <summary>Gathers what is held about a person. The audit record, which may be long, is read while it is sent; all else is of one moment.</summary>
internal sealed class PersonalDataReading(Database database, PrivacyOptions options)
{
    public async Task<IReadOnlyList<PersonalDataSection>> SectionsAsync(Guid id, bool english, CancellationToken ct)
    {
        var (sections, last) = await database.SnapshotAsync(
            async s => (await HeldAsync(s, id, english), await s.FirstAsync<long?>("SELECT MAX(Seq) FROM AuditEntry") ?? 0), ct);
        return
        [
            .. sections,
            Section("auditAbout", PersonalKind.Audit, english, Entries(new AuditFilter { SubjectId = id, Before = last + 1 }, id)),
            Section("auditBy", PersonalKind.Audit, english, Entries(new AuditFilter { ActorId = id, Before = last + 1 }, id)),
        ];
    }

    private async Task<IReadOnlyList<PersonalDataSection>> HeldAsync(SqlSession s, Guid id, bool english)
    {
        var account = (await AccountStore.FindAsync(s, id))!;
        var organisation = account.OrganisationId is { } owner ? await OrganisationStore.FindAsync(s, owner) : null;
        var steps = (await PersonalDataStore.StepsAsync(s, id)).Select(x => new { x.EngagementId, x.At, x.Action, Details = JsonElement.Parse(x.Details) });
        return
        [
            Of("account", PersonalKind.Account, [Shown(account)]),
            Of("organisation", PersonalKind.Organisation, organisation is null ? [] : [new { organisation.Id, organisation.Name, Approver = account.IsApprover }]),
            Of("sessions", PersonalKind.Sessions, await PersonalDataStore.SessionsAsync(s, id)),
            Of("apiKeys", PersonalKind.ApiKeys, await PersonalDataStore.KeysAsync(s, id)),
            Of("externalLogins", PersonalKind.ExternalLogins, await PersonalDataStore.ExternalLoginsAsync(s, id)),
            Of("oneTimeLinks", PersonalKind.Links, await PersonalDataStore.LinksAsync(s, id)),
            Of("listings", PersonalKind.Postings, await PersonalDataStore.ListingsAsync(s, id)),
            Of("needs", PersonalKind.Postings, await PersonalDataStore.NeedsAsync(s, id)),
            Of("imports", PersonalKind.Imports, await PersonalDataStore.ImportsAsync(s, id)),
            Of("engagements", PersonalKind.Engagements, [.. await PersonalDataStore.EngagementsAsync(s, id), .. steps, .. await PersonalDataStore.MeetingsAsync(s, id)]),
            Of("conflicts", PersonalKind.Conflicts, await PersonalDataStore.ConflictsAsync(s, id)),
            Of("disclosures", PersonalKind.Disclosures, await PersonalDataStore.DisclosuresAsync(s, id)),
            Of("notices", PersonalKind.Notices, [.. await PersonalDataStore.NoticesAsync(s, id), .. await PersonalDataStore.DeliveriesAsync(s, id)]),
            Of("noticeSettings", PersonalKind.Notices, [await NoticeStore.SettingsAsync(s, id)]),
            Of("answers", PersonalKind.Answers, await PersonalDataStore.AnswersAsync(s, id)),
        ];

        PersonalDataSection Of(string name, PersonalKind kind, IReadOnlyList<object> items) => Section(name, kind, english, items.ToAsyncEnumerable());
    }

    private PersonalDataSection Section(string name, PersonalKind kind, bool english, IAsyncEnumerable<object> items) => new()
    {
        Name = name,
        Title = kind.Title.In(english),
        Purpose = kind.Purpose.In(english),
        LegalBasis = kind.LegalBasis.In(english),
        Retention = kind.Retention(options).In(english),
        Items = items,
    };

    private static object Shown(Account account) => new
    {
        account.Id,
        account.Email,
        account.DisplayName,
        Roles = account.RoleList.Select(Codes.Of),
        account.State,
        HasPassword = account.PasswordHash is not null,
        account.SecondFactor,
        account.MatchingObjected,
        account.FailedSignIns,
        account.LockedUntil,
        account.CreatedAt,
        account.UpdatedAt,
        account.LastSignInAt,
    };

    // Somebody else's address is theirs, even where what they did concerns the reader. Without its number, which counts everybody's entries
    // and would tell how much happens elsewhere.
    private IAsyncEnumerable<object> Entries(AuditFilter filter, Guid id) => AuditStore.ReadInOrderAsync(database, filter).Select(e => (object)new
    {
        e.At,
        e.Action,
        e.Subject,
        e.SubjectId,
        ByMe = e.ActorId == id,
        Via = e.ActorId == id ? e.Via : null,
        Address = e.ActorId == id ? e.Address : null,
        Details = e.Details is { } details ? JsonElement.Parse(details) : (JsonElement?)null,
    });
}
