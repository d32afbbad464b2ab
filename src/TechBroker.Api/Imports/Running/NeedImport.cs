using FluentValidation;
using TechBroker.Api.Imports.Mapping;
using TechBroker.Api.Needs;
using TechBroker.Contracts.Http;
using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Imports.Running;

/// <summary>A row becomes a new need, a new revision of the one under its key, or nothing where that says the same.</summary>
internal sealed class NeedImport(VocabularySet vocabularies, ApiOptions options, IValidator<PostNeedBody> validator) : IKindImport
{
    public IEnumerable<ImportIssue> Validate(MappedRow row, Func<string, string?> columnOf) => RowImport.Validate(validator, row.Need!, row.Number, columnOf);

    public async Task<Outcome<WriteStep>> PlanAsync(SqlSession session, MappedRow row, ImportTerms terms, DateTimeOffset now)
    {
        var owner = row.Need!.OrganisationId ?? terms.OrganisationId;
        if (terms.OwnOnly && owner != terms.OrganisationId)
        {
            return RowImport.NotYours;
        }

        if (owner is { } organisation && await OrganisationStore.FindAsync(session, organisation) is null)
        {
            return MarketError.NotFound("organisation", organisation);
        }

        var content = row.Need!.ToContent(vocabularies);
        if (await NeedStore.FindByRefAsync(session, owner, row.Reference) is { } known)
        {
            return ContentHash.Of(known.Content) == ContentHash.Of(content) ? WriteStep.Nothing
                : known.Revise(content, now, options.NeedLifetimeDays).Is(out var revised, out var refused) ? new WriteStep(RowFate.Updated, s => UpdateAsync(s, revised, now))
                : refused;
        }

        var draft = Need.Draft(Guid.NewGuid(), content, owner, now, row.Reference, terms.PostedBy);
        if (!(row.Need!.Publish ?? terms.Publish))
        {
            return new WriteStep(RowFate.Created, s => NeedStore.InsertAsync(s, draft));
        }

        return draft.Do(NeedAction.Publish, now, options.NeedLifetimeDays).Is(out var published, out var error)
            ? new WriteStep(RowFate.Created, s => InsertAsync(s, published with { Revision = 1 }, now))
            : error;
    }

    private async Task InsertAsync(WriteSession session, Need need, DateTimeOffset now)
    {
        await NeedStore.InsertAsync(session, await BlindCells.SettleAsync(session, vocabularies, need));
        await session.PublishAsync(new NeedPosted { NeedId = need.Id, Revision = need.Revision, At = now }, now);
    }

    private async Task UpdateAsync(WriteSession session, Need need, DateTimeOffset now)
    {
        await NeedStore.UpdateAsync(session, await BlindCells.SettleAsync(session, vocabularies, need), AuditActions.Revised);
        if (need.IsOpen)
        {
            await session.PublishAsync(new NeedRevised { NeedId = need.Id, Revision = need.Revision, At = now }, now);
        }
    }
}
