using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Evidence;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Evidence;

/// <summary>Whose a file is, and who of the centre keeps away from it.</summary>
internal static class EvidenceDesk
{
    /// <summary>Whoever of the centre has a conflict of interest with a party sees none of the contract's files; their own employer's they see as a party.</summary>
    public static async Task<Problem?> RefuseAsync(SqlSession session, Caller caller, Guid dealId)
    {
        if (!caller.IsStaff)
        {
            return null;
        }

        var conflicted = await ConflictChecks.ConflictedAsync(session, await ConflictChecks.PersonAsync(session, caller.AccountId, caller.OrganisationId));
        var parties = (await HoldingStore.OfDealAsync(session, dealId)).Select(p => p.OrganisationId).OfType<Guid>().ToList();
        var isParty = caller.OrganisationId is { } own && parties.Contains(own);
        return !isParty && parties.Exists(p => conflicted.Contains(p.ToString("D"))) ? Problem.Of(EvidenceErrors.InConflict()) : null;
    }

    /// <summary>The organisation of the party that the caller acts for; null for the centre, and for a person who is a party without one.</summary>
    public static async Task<Guid?> PartyOfAsync(SqlSession session, Caller caller, Guid dealId) =>
        !caller.IsStaff && caller.OrganisationId is { } own && (await HoldingStore.OfDealAsync(session, dealId)).Any(p => p.OrganisationId == own) ? own : null;

    public static bool MayWithdraw(Caller caller, EvidenceFile file) =>
        caller.IsStaff || file.UploadedBy == caller.AccountId || (file.OrganisationId is { } organisation && organisation == caller.OrganisationId);

    public static EvidenceBody ToBody(this EvidenceFile file) => new()
    {
        Id = file.Id,
        DealId = file.DealId,
        Kind = Codes.Of(file.Kind),
        FileName = file.FileName,
        MediaType = file.Format.MediaType(),
        Length = file.Length,
        Sha256 = file.Sha256,
        Note = file.Note,
        UploadedFor = file.UploadedFor,
        OrganisationId = file.OrganisationId,
        UploadedAt = file.UploadedAt,
        WithdrawnAt = file.WithdrawnAt,
        WithdrawnReason = file.WithdrawnReason,
    };
}
