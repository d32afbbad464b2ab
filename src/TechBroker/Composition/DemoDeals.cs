using System.Text.Json;
using TechBroker.Domain;
using TechBroker.Domain.Deals;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Organisations;
using TechBroker.Storage.Deals;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Composition;

/// <summary>The contracts of deploy/demo: three years of them, and those that come out of the demo's engagements.</summary>
internal sealed class DemoDeals(DemoPeople people, DateTimeOffset now)
{
    private int registered;

    public async Task<int> LoadAsync(WriteSession session, IReadOnlyDictionary<string, Organisation> organisations, IReadOnlyDictionary<string, Listing> listings)
    {
        var (count, organiser) = (0, people.IdOf("organiser"));
        foreach (var line in DemoFile.Lines("deals"))
        {
            DealParty[] parties = [PartyOf(DealSide.Seller, line.GetProperty("seller"), organisations), PartyOf(DealSide.Buyer, line.GetProperty("buyer"), organisations)];
            var at = now.AddDays(-line.GetProperty("daysAgo").GetInt32());
            var deal = DealOf(line, parties, listings[line.GetProperty("listing").GetString()!], organiser, at);
            await SaveAsync(session, DealSteps.Record(deal, needsApproval: false), line, organiser, at);
            count++;
        }

        return count;
    }

    /// <summary>The engagement, signed.</summary>
    public async Task<Engagement> SignAsync(WriteSession session, Engagement engagement, Listing listing, JsonElement step, Guid manager, DateTimeOffset at)
    {
        var need = await NeedStore.FindAsync(session, engagement.NeedId);
        DealParty[] parties = [await PartyOfAsync(session, DealSide.Seller, listing.OrganisationId), await PartyOfAsync(session, DealSide.Buyer, need!.OrganisationId)];
        var deal = DealOf(step, parties, listing, manager, at) with { EngagementId = engagement.Id, ManagerId = manager, PriceMode = engagement.PriceMode };
        if (!engagement.Sign(deal.SignedOn, needsPublicity: false, at).Is(out var signed, out var error))
        {
            throw new InvalidDataException($"demo/engagements.jsonl: {error.Message.En}");
        }

        await EngagementStore.UpdateAsync(session, signed, new(EngagementAction.Sign, manager, new() { DealId = deal.Id, On = deal.SignedOn }));
        await SaveAsync(session, DealSteps.Record(deal, needsApproval: false), step, manager, at);
        return signed;
    }

    private static Deal DealOf(JsonElement line, IReadOnlyList<DealParty> parties, Listing listing, Guid by, DateTimeOffset at)
    {
        var (amount, day) = (DemoFile.MoneyOf(line.GetProperty("amount")), DateOnly.FromDateTime(at.UtcDateTime));
        return new Deal
        {
            Id = Guid.NewGuid(),
            Revision = 1,
            State = DealState.Signed,
            ContractType = Codes.Parse<ContractType>(line.Text("contractType")!),
            SubType = line.Text("subType"),
            Title = line.Text("title")!,
            Field = listing.Content.Fields.Count > 0 ? listing.Content.Fields[0] : null,
            PriceMode = line.Text("priceMode") is { } mode ? Codes.Parse<PriceMode>(mode) : null,
            Amount = amount,
            TechnologyMinorUnits = line.TryGetProperty("technologyAmount", out var technology) ? DemoFile.MoneyOf(technology).MinorUnits : amount.MinorUnits,
            PaymentPlan = Codes.Parse<PaymentPlan>(line.Text("paymentPlan")!),
            Terms = new DealTerms
            {
                RoyaltyBasisPoints = line.Number("royaltyBasisPoints"),
                EntryFeeMinorUnits = line.Number("royaltyBasisPoints") is null ? null : amount.MinorUnits,
                Instalments = line.TryGetProperty("instalments", out var parts)
                    ? [.. parts.EnumerateArray().Select((part, i) => new Instalment(day.AddDays(30 + (120 * i)), amount.MinorUnits / 100 * part.GetInt32()))]
                    : [],
                Ip = listing.Content.Ip.Count > 0 ? [listing.Content.Ip[0]] : [],
            },
            SignedOn = day,
            StartsOn = day,
            EndsOn = day.AddYears(2),
            Parties = parties,
            RecordedBy = by,
            CreatedAt = at,
            UpdatedAt = at,
        };
    }

    private async Task SaveAsync(WriteSession session, DealBook book, JsonElement line, Guid by, DateTimeOffset at)
    {
        await DealStore.InsertAsync(session, book, new(DealAction.Record, by, new() { On = book.Deal.SignedOn, Amount = book.Deal.Amount }));
        foreach (var (after, action, step) in StepsOf(line, book.Deal, by, at).OrderBy(s => s.After).ThenBy(s => s.Action))
        {
            if (!step(book).Is(out var next, out var error))
            {
                throw new InvalidDataException($"demo: '{book.Deal.Title}' after {after} days: {error.Message.En}");
            }

            await DealStore.UpdateAsync(session, book, next, new(action, by, DealDetails.None));
            book = next;
        }
    }

    private IEnumerable<(int After, DealAction Action, Func<DealBook, Outcome<DealBook>> Step)> StepsOf(JsonElement line, Deal deal, Guid by, DateTimeOffset at)
    {
        DateOnly On(int after) => deal.SignedOn.AddDays(after);
        if (line.Number("registeredAfter") is { } registration)
        {
            var number = $"{On(registration):yyyy}{deal.Parties[0].RegionCode,6}{++registered:000000}".Replace(' ', '0');
            yield return (registration, DealAction.Register, book => book.Register(number, On(registration), null, by, at.AddDays(registration)));
        }

        if (line.TryGetProperty("refusal", out var refusal))
        {
            var after = refusal.GetProperty("after").GetInt32();
            yield return (after, DealAction.Refuse, book => book.RefuseRegistration(refusal.Text("reason")!, On(after), at.AddDays(after)));
        }

        foreach (var payment in line.TryGetProperty("payments", out var payments) ? payments.EnumerateArray().ToList() : [])
        {
            var (after, share) = (payment[0].GetInt32(), payment[1].GetInt32());
            yield return (after, DealAction.Pay, book => book.Pay(deal.Amount with { MinorUnits = deal.Amount.MinorUnits / 100 * share }, On(after), null, by, at.AddDays(after)));
        }

        if (line.TryGetProperty("end", out var end))
        {
            var after = end.GetProperty("after").GetInt32();
            var action = end.Text("state") switch { "completed" => DealAction.Complete, "breached" => DealAction.Breach, _ => DealAction.Terminate };
            yield return (after, action, book => book.End(action, On(after), end.Text("note"), at.AddDays(after)));
        }

        if (line.TryGetProperty("reversal", out var reversal))
        {
            // Registered first, so that the correction shows in the figures.
            var after = reversal.GetProperty("after").GetInt32() + (line.Number("registeredAfter") ?? 0);
            yield return (after, DealAction.Reverse, book => book.Reverse(reversal.Text("reason")!, by, at.AddDays(after)));
        }
    }

    private static DealParty PartyOf(DealSide side, JsonElement party, IReadOnlyDictionary<string, Organisation> organisations) => party.Text("organisation") is { } key
        ? PartyOf(side, organisations[key])
        : new DealParty { Side = side, Name = party.Text("name")!, Kind = Codes.Parse<DealPartyKind>(party.Text("kind")!), RegionCode = party.Text("regionCode")! };

    private static async Task<DealParty> PartyOfAsync(SqlSession session, DealSide side, Guid? organisationId) =>
        PartyOf(side, (await OrganisationStore.FindAsync(session, organisationId!.Value))!);

    private static DealParty PartyOf(DealSide side, Organisation organisation) => new()
    {
        Side = side,
        OrganisationId = organisation.Id,
        Name = organisation.Name,
        Kind = Codes.Parse<DealPartyKind>(Codes.Of(organisation.Kind)),
        RegionCode = organisation.RegionCode,
        CreditCode = organisation.CreditCode,
    };
}
