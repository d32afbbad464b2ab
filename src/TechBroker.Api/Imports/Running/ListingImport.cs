using FluentValidation;
using TechBroker.Api.Imports.Mapping;
using TechBroker.Api.Listings;
using TechBroker.Contracts.Http;
using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Duplicates;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Imports.Running;

/// <summary>A row becomes a new listing, a new revision of the one under its key, or nothing where that says the same.</summary>
internal sealed class ListingImport(VocabularySet vocabularies, ApiOptions options, IValidator<PostListingBody> validator) : IKindImport
{
    public IEnumerable<ImportIssue> Validate(MappedRow row, Func<string, string?> columnOf) => RowImport.Validate(validator, row.Listing!, row.Number, columnOf);

    public async Task<Outcome<WriteStep>> PlanAsync(SqlSession session, MappedRow row, ImportTerms terms, DateTimeOffset now)
    {
        var owner = row.Listing!.OrganisationId ?? terms.OrganisationId;
        if (terms.OwnOnly && owner != terms.OrganisationId)
        {
            return RowImport.NotYours;
        }

        if (owner is { } organisation && await OrganisationStore.FindAsync(session, organisation) is null)
        {
            return MarketError.NotFound("organisation", organisation);
        }

        var approval = await ListingApprovals.OfAsync(session, owner, terms.PostedBy);
        var content = row.Listing!.ToContent(vocabularies);
        if (await ListingStore.FindByRefAsync(session, owner, row.Reference) is { } known)
        {
            return ContentHash.Of(known.Content) == ContentHash.Of(content) ? WriteStep.Nothing
                : !approval.Revise(known, content, now).Is(out var revised, out var refused) ? refused
                : await OwnershipDisputes.FindAsync(session, known, revised) is { } disputed ? disputed
                : new WriteStep(RowFate.Updated, s => UpdateAsync(s, revised, now));
        }

        var draft = Listing.Draft(Guid.NewGuid(), content, owner, now, row.Reference, terms.PostedBy);
        if (!(row.Listing!.Publish ?? terms.Publish))
        {
            return new WriteStep(RowFate.Created, s => ListingStore.InsertAsync(s, draft));
        }

        if (!approval.Do(draft, ListingAction.Publish, now, options.ListingLifetimeDays).Is(out var published, out var error))
        {
            return error;
        }

        // It is not the file's fault: the row comes in, and waits as a draft.
        return await OwnershipDisputes.FindAsync(session, before: null, published) is { } dispute
            ? new WriteStep(RowFate.Created, s => ListingStore.InsertAsync(s, draft)) { Warning = dispute }
            : new WriteStep(RowFate.Created, s => InsertAsync(s, published with { Revision = 1 }, now));
    }

    private static async Task InsertAsync(WriteSession session, Listing listing, DateTimeOffset now)
    {
        await ListingStore.InsertAsync(session, listing);
        if (listing.IsOpen)
        {
            await session.PublishAsync(new ListingPublished { ListingId = listing.Id, Revision = listing.Revision, At = now }, now);
        }
    }

    private static async Task UpdateAsync(WriteSession session, Listing listing, DateTimeOffset now)
    {
        await ListingStore.UpdateAsync(session, listing, AuditActions.Revised);
        if (listing.IsOpen)
        {
            await session.PublishAsync(new ListingRevised { ListingId = listing.Id, Revision = listing.Revision, At = now }, now);
        }
    }
}
