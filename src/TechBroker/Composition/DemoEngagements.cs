using System.Text.Json;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Sql;

namespace TechBroker.Composition;

/// <summary>The engagements of deploy/demo, led through their steps on the days on which those would have been.</summary>
internal sealed class DemoEngagements(DemoPeople people, DemoDeals deals, DateTimeOffset now)
{
    private const string File = "demo/engagements.jsonl";

    public async Task<int> LoadAsync(WriteSession session, IReadOnlyDictionary<string, Listing> listings, IReadOnlyDictionary<string, Need> needs)
    {
        var count = 0;
        foreach (var line in DemoFile.Lines("engagements"))
        {
            await AddAsync(session, line, listings[line.GetProperty("listing").GetString()!], needs[line.GetProperty("need").GetString()!]);
            count++;
        }

        return count;
    }

    private async Task AddAsync(WriteSession session, JsonElement line, Listing listing, Need need)
    {
        var began = now.AddDays(-line.GetProperty("daysAgo").GetInt32());
        var manager = people.IdOf(line.GetProperty("manager").GetString()!);
        var note = line.Text("note");
        var engagement = Made(Engagement.Log(Guid.NewGuid(), listing, need, manager, manager, [], note, began));
        await EngagementStore.InsertAsync(session, engagement, new(EngagementAction.Log, manager, new() { ManagerId = manager, Note = note }));
        foreach (var step in line.GetProperty("steps").EnumerateArray())
        {
            engagement = await StepAsync(session, engagement, listing, step, manager, began.AddDays(step.GetProperty("after").GetInt32()));
        }
    }

    private async Task<Engagement> StepAsync(WriteSession session, Engagement engagement, Listing listing, JsonElement step, Guid manager, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var note = step.Text("note");
        switch (step.Text("do"))
        {
            case "interest":
                var side = Code<EngagementSide>(step, "side");
                return await SaveAsync(session, engagement.Interest(side, at), EngagementAction.Interest, manager, new() { Side = side });
            case "decline":
                var (declining, reason) = (Code<EngagementSide>(step, "side"), Code<CloseReason>(step, "reason"));
                return await SaveAsync(session, engagement.Decline(declining, reason, note, at), EngagementAction.Decline, manager, new() { Side = declining, Reason = reason, Note = note });
            case "introduce":
                return await IntroduceAsync(session, engagement, manager, at);
            case "meet":
                return await MeetAsync(session, engagement, step, manager, at);
            case "negotiate":
                var mode = Code<PriceMode>(step, "priceMode");
                return await SaveAsync(session, engagement.Negotiate(mode, at), EngagementAction.Negotiate, manager, new() { PriceMode = mode });
            case "publicise":
                var price = DemoFile.MoneyOf(step.GetProperty("price"));
                return await SaveAsync(session, engagement.Publicise(price, day, DemoFile.PublicityDays, at), EngagementAction.Publicise, manager, new() { Price = price, On = day, Days = DemoFile.PublicityDays });
            case "object":
                return await SaveAsync(session, engagement.Object(day, at), EngagementAction.Object, manager, new() { On = day, Note = note });
            case "outcome":
                var outcome = Code<EngagementOutcome>(step, "outcome");
                return await SaveAsync(session, engagement.Agree(outcome, day, at), EngagementAction.Outcome, manager, new() { Outcome = outcome, On = day });
            case "close":
                var why = Code<CloseReason>(step, "reason");
                return await SaveAsync(session, engagement.Close(why, note, at), EngagementAction.Close, manager, new() { Reason = why, Note = note });
            case "reopen":
                return await SaveAsync(session, engagement.Reopen([], at), EngagementAction.Reopen, manager, new() { Note = note });
            case "sign":
                return await deals.SignAsync(session, engagement, listing, step, manager, at);
            default:
                throw new InvalidDataException($"{File}: unknown step {step}.");
        }
    }

    private static async Task<Engagement> IntroduceAsync(WriteSession session, Engagement engagement, Guid manager, DateTimeOffset at)
    {
        var introduced = await SaveAsync(session, engagement.Introduce(manager, [], at), EngagementAction.Introduce, manager, EngagementDetails.None);
        var pair = await PairFacts.FindAsync(session, engagement.ListingId, engagement.NeedId);
        await DisclosureStore.RecordAsync(session, new Disclosure
        {
            Id = Guid.NewGuid(),
            EngagementId = engagement.Id,
            NeedId = engagement.NeedId,
            ToOrganisationId = pair!.ListingOrganisationId,
            ByAccountId = manager,
            At = at,
        });
        return introduced;
    }

    private static async Task<Engagement> MeetAsync(WriteSession session, Engagement engagement, JsonElement step, Guid manager, DateTimeOffset at)
    {
        var meeting = new Meeting
        {
            Id = Guid.NewGuid(),
            EngagementId = engagement.Id,
            State = MeetingState.Held,
            StartsAt = at,
            EndsAt = at.AddHours(1),
            Place = step.Text("place"),
            Note = step.Text("note"),
            Outcome = step.Text("outcome"),
            Sequence = 0,
            CreatedBy = manager,
            CreatedAt = at,
            UpdatedAt = at,
        };
        await MeetingStore.InsertAsync(session, meeting);
        return await SaveAsync(session, engagement.Meet(at), EngagementAction.Meet, manager, new() { MeetingId = meeting.Id, MeetingState = MeetingState.Held });
    }

    private static async Task<Engagement> SaveAsync(WriteSession session, Outcome<Engagement> outcome, EngagementAction action, Guid actor, EngagementDetails details)
    {
        var moved = Made(outcome);
        return await EngagementStore.UpdateAsync(session, moved, new(action, actor, details)) is null
            ? moved
            : throw new InvalidDataException($"{File}: the pair of {moved.Id} is engaged already.");
    }

    private static T Code<T>(JsonElement step, string name)
        where T : struct, Enum => Codes.Parse<T>(step.GetProperty(name).GetString()!);

    private static Engagement Made(Outcome<Engagement> outcome) =>
        outcome.Is(out var engagement, out var error) ? engagement : throw new InvalidDataException($"{File}: {error.Message.En}");
}
