using TechBroker.Api.Accounts;
using TechBroker.Api.Imports.Running;
using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Deals;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Managers;
using TechBroker.Domain.Needs;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.Deals;
using TechBroker.Storage.Duplicates;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Imports;
using TechBroker.Storage.Managers;
using TechBroker.Storage.Market;
using TechBroker.Storage.Notices;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Access;

/// <summary>Puts items of known owners straight into the database: each cell of the matrix has one of its own, whatever others did to theirs.</summary>
internal sealed class Items(Database database, ImportFiles files)
{
    public async Task<Guid> ListingAsync(Person owner, bool published)
    {
        var draft = Listing.Draft(Guid.NewGuid(), new ListingContent { Title = "低温超导磁体", Language = "zh" }, owner.OrganisationId, DateTimeOffset.UtcNow, postedBy: owner.Id);
        var listing = published ? Posting.Published(draft) : draft;
        await WriteAsync(s => ListingStore.InsertAsync(s, listing));
        return listing.Id;
    }

    public async Task<Guid> NeedAsync(Person owner, Visibility visibility, bool published = true)
    {
        var content = new NeedContent { Title = "磁体产线改造", Language = "zh", Visibility = visibility };
        var draft = Need.Draft(Guid.NewGuid(), content, owner.OrganisationId, DateTimeOffset.UtcNow, postedBy: owner.Id);
        var need = published ? Posting.Published(draft) : draft;
        await WriteAsync(s => NeedStore.InsertAsync(s, need));
        return need.Id;
    }

    /// <summary>Done, with one rejected row.</summary>
    public async Task<Guid> ImportAsync(Person owner)
    {
        var job = new ImportJob
        {
            Id = Guid.NewGuid(),
            Kind = "listings",
            FileName = "成果.csv",
            State = "done",
            DryRun = false,
            Publish = true,
            OrganisationId = owner.OrganisationId,
            PostedBy = owner.Id,
            Rows = 1,
            Processed = 1,
            Rejected = 1,
            CreatedAt = DateTimeOffset.UtcNow,
        };
        await files.SaveAsync(job.Id, new MemoryStream("title,trl\n磁体,99\n"u8.ToArray()), CancellationToken.None);
        await WriteAsync(async s =>
        {
            await ImportStore.InsertAsync(s, job);
            await ImportStore.AddIssuesAsync(
                s, [new StoredIssue { JobId = job.Id, RowNumber = 2, Severity = "error", Code = "invalid-value", MessageZh = "错", MessageEn = "wrong", RemedyZh = "改", RemedyEn = "mend" }]);
        });
        return job.Id;
    }

    /// <summary>Both sides are interested; a manager runs it, and has planned a meeting.</summary>
    public async Task<Guid> EngagementAsync(Person listingOwner, Person needOwner, Visibility visibility, Person manager)
    {
        var (listing, need, now) = (await ListingAsync(listingOwner, published: true), await NeedAsync(needOwner, visibility), DateTimeOffset.UtcNow);
        var engagement = new Engagement
        {
            Id = Guid.NewGuid(),
            Revision = 1,
            ListingId = listing,
            NeedId = need,
            State = EngagementState.Mutual,
            ListingInterestAt = now,
            NeedInterestAt = now,
            ManagerId = manager.Id,
            LoggedBy = manager.Id,
            CreatedAt = now,
            UpdatedAt = now,
        };
        await WriteAsync(async s =>
        {
            await EngagementStore.InsertAsync(s, engagement, new(EngagementAction.Log, manager.Id, EngagementDetails.None));

            // Under the engagement's own id: a route that names both gets one target.
            await MeetingStore.InsertAsync(s, new Meeting
            {
                Id = engagement.Id,
                EngagementId = engagement.Id,
                State = MeetingState.Planned,
                StartsAt = now.AddDays(3),
                Sequence = 0,
                CreatedBy = manager.Id,
                CreatedAt = now,
                UpdatedAt = now,
            });
        });
        return engagement.Id;
    }

    /// <summary>One whose sides have come as far as a contract.</summary>
    public async Task<Guid> NegotiationAsync(Person listingOwner, Person needOwner, Person manager)
    {
        var id = await EngagementAsync(listingOwner, needOwner, Visibility.Open, manager);
        await WriteAsync(async s =>
        {
            var engagement = (await EngagementStore.FindAsync(s, id))! with { State = EngagementState.Negotiating, PriceMode = PriceMode.Listed, Revision = 2 };
            await EngagementStore.UpdateAsync(s, engagement, new(EngagementAction.Negotiate, manager.Id, EngagementDetails.None));
        });
        return id;
    }

    /// <summary>Signed and paid in part, or waiting for approval.</summary>
    public async Task<Guid> DealAsync(Person seller, Person buyer, Person manager, bool pending = false)
    {
        var (now, day) = (DateTimeOffset.UtcNow, new DateOnly(2026, 3, 1));
        var deal = new Deal
        {
            Id = Guid.NewGuid(),
            Revision = 1,
            State = DealState.Signed,
            ManagerId = manager.Id,
            ContractType = ContractType.Licence,
            Title = "磁体许可",
            Amount = new Money("CNY", 100),
            TechnologyMinorUnits = 100,
            PaymentPlan = PaymentPlan.Once,
            Terms = new DealTerms(),
            SignedOn = day,
            Parties = [Party(DealSide.Seller, seller), Party(DealSide.Buyer, buyer)],
            RecordedBy = manager.Id,
            CreatedAt = now,
            UpdatedAt = now,
        };
        var recorded = DealSteps.Record(deal, pending);
        await WriteAsync(async s =>
        {
            await DealStore.InsertAsync(s, recorded, new(DealAction.Record, manager.Id, DealDetails.None));
            if (!pending)
            {
                await DealStore.UpdateAsync(s, recorded, recorded.Pay(new Money("CNY", 1), day, null, manager.Id, now).Value!, new(DealAction.Pay, manager.Id, DealDetails.None));
            }
        });
        return deal.Id;
    }

    private static DealParty Party(DealSide side, Person person) => new()
    {
        Side = side,
        OrganisationId = person.OrganisationId,
        AccountId = person.OrganisationId is null ? person.Id : null,
        Name = "某单位",
        Kind = DealPartyKind.Enterprise,
        RegionCode = "110000",
    };

    /// <summary>By the program; nobody has done anything yet.</summary>
    public async Task<Guid> ProposedAsync(Person listingOwner, Person needOwner, Visibility visibility)
    {
        var (listing, need, now) = (await ListingAsync(listingOwner, published: true), await NeedAsync(needOwner, visibility), DateTimeOffset.UtcNow);
        var engagement = new Engagement { Id = Guid.NewGuid(), Revision = 1, ListingId = listing, NeedId = need, State = EngagementState.Proposed, CreatedAt = now, UpdatedAt = now };
        await WriteAsync(s => EngagementStore.InsertAsync(s, engagement, new(EngagementAction.Log, null, EngagementDetails.None)));
        return engagement.Id;
    }

    public async Task<Guid> ShiftAsync(Person manager)
    {
        var shift = new DeskShift(Guid.NewGuid(), manager.Id, DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(-1).AddHours(1), "咨询台");
        await WriteAsync(s => DutyStore.AddAsync(s, shift));
        return shift.Id;
    }

    public async Task<Guid> AbsenceAsync(Person manager)
    {
        var absence = new Absence(Guid.NewGuid(), manager.Id, DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(-1).AddHours(1), null);
        await WriteAsync(s => DutyStore.AddAsync(s, absence));
        return absence.Id;
    }

    /// <summary>Two needs with one text.</summary>
    public async Task<Guid> DuplicateAsync(Person owner, Person otherOwner)
    {
        var content = new NeedContent { Title = $"磁体产线改造{Guid.NewGuid():N}", Language = "zh", Visibility = Visibility.Private };
        var needs = new[] { owner, otherOwner }.Select(o => Need.Draft(Guid.NewGuid(), content, o.OrganisationId, DateTimeOffset.UtcNow, postedBy: o.Id)).ToList();
        await WriteAsync(async s =>
        {
            foreach (var need in needs)
            {
                await NeedStore.InsertAsync(s, need);
            }
        });
        return (await database.ReadAsync(s => DuplicateStore.OfItemAsync(s, needs[0].Id), CancellationToken.None)).Single().Id;
    }

    public async Task<Guid> ConflictAsync(Person person)
    {
        var organisation = await Callers.OrganisationAsync(database, Domain.Organisations.OrganisationKind.Fund);
        var declaration = new ConflictDeclaration
        {
            Id = Guid.NewGuid(),
            AccountId = person.Id,
            OrganisationId = organisation,
            Kind = Codes.Parse<DeclarationKind>("holding"),
            DeclaredAt = DateTimeOffset.UtcNow,
        };
        await WriteAsync(s => ConflictStore.InsertAsync(s, declaration));
        return declaration.Id;
    }

    public async Task<Guid> SessionAsync(Person person)
    {
        var now = DateTimeOffset.UtcNow;
        var login = new LoginSession
        {
            Id = Guid.NewGuid(),
            AccountId = person.Id,
            Kind = LoginSession.Browser,
            AccessHash = Secrets.Hash(Secrets.New(Secrets.Access)),
            AccessExpiresAt = now.AddDays(1),
            EndsAt = now.AddDays(1),
            CreatedAt = now,
            LastSeenAt = now,
        };
        await WriteAsync(s => SessionStore.InsertAsync(s, login));
        return login.Id;
    }

    public async Task<Guid> ApiKeyAsync(Person person)
    {
        var now = DateTimeOffset.UtcNow;
        var key = new ApiKey
        {
            Id = Guid.NewGuid(),
            AccountId = person.Id,
            Name = "脚本",
            Hash = Secrets.Hash(Secrets.New(Secrets.ApiKey)),
            Scope = ApiKey.Read,
            CreatedAt = now,
            ExpiresAt = now.AddDays(1),
        };
        await WriteAsync(s => ApiKeyStore.InsertAsync(s, key));
        return key.Id;
    }

    public async Task<Guid> ParkedAsync()
    {
        var message = new ParkedMessage
        {
            Id = Guid.NewGuid(),
            MessageId = Guid.NewGuid(),
            Type = "ListingClosed",
            Body = OutboxMessage.Of(Guid.NewGuid(), new ListingClosed { ListingId = Guid.NewGuid(), Revision = 1, At = DateTimeOffset.UtcNow }, DateTimeOffset.UtcNow).Body,
            Consumer = "ListingClosedConsumer",
            Reason = "test",
            ParkedAt = DateTimeOffset.UtcNow,
        };
        await WriteAsync(s => ParkedMessageStore.ParkAsync(s, message));
        return message.Id;
    }

    public async Task<Guid> NoticeAsync(Person reader)
    {
        var notice = new Notice { Id = Guid.NewGuid(), AccountId = reader.Id, Kind = "webhook.disabled", Seq = 1, At = DateTimeOffset.UtcNow };
        await WriteAsync(s => NoticeStore.InsertAsync(s, notice));
        return notice.Id;
    }

    public async Task<Guid> WebhookAsync(Guid? organisationId)
    {
        var webhook = new Webhook { Id = Guid.NewGuid(), OrganisationId = organisationId, CreatedBy = Guid.NewGuid(), Url = "https://example.org/", Kinds = "[]", Secret = "", CreatedAt = DateTimeOffset.UtcNow };
        await WriteAsync(s => WebhookStore.InsertAsync(s, webhook));
        return webhook.Id;
    }

    public async Task<Guid> DeliveryAsync(Guid? webhookId)
    {
        var delivery = new Delivery { Id = Guid.NewGuid(), Channel = Delivery.Webhook, WebhookId = webhookId, Kind = "deal.recorded", State = Delivery.Done, CreatedAt = DateTimeOffset.UtcNow };
        await WriteAsync(s => DeliveryStore.InsertAsync(s, delivery));
        return delivery.Id;
    }

    private Task WriteAsync(Func<WriteSession, Task> write) => database.WriteAsync(
        async s =>
        {
            await write(s);
            return true;
        },
        CancellationToken.None);
}
