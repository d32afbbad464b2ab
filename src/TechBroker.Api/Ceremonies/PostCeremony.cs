using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Ceremonies;
using TechBroker.Storage.Ceremonies;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Ceremonies;

/// <summary>POST /ceremonies</summary>
internal static class PostCeremony
{
    public static void Map(RouteGroupBuilder ceremonies) => ceremonies
        .Post("", Rules.HoldCeremony, (Body<PostCeremonyBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            writes.RunAsync(http, session => RecordAsync(session, Of(body.Value, Caller.Required(http).AccountId, clock.GetUtcNow()))))
        .Produces<CeremonyBody>(201).ProducesProblem(400)
        .WithName("recordCeremony").WithSummary("Add a signing ceremony");

    private static async Task<IResult> RecordAsync(WriteSession session, Ceremony ceremony)
    {
        await CeremonyStore.InsertAsync(session, ceremony);
        return new Answer(201, ceremony.ToBody()) { Location = $"/api/v1/ceremonies/{ceremony.Id}" };
    }

    private static Ceremony Of(PostCeremonyBody body, Guid by, DateTimeOffset now) => new()
    {
        Id = Guid.NewGuid(),
        Title = body.Title!.Trim(),
        HeldOn = body.HeldOn!.Value,
        Place = body.Place!.Trim(),
        OrganiserNote = Cleaning.Trimmed(body.OrganiserNote),
        RecordedBy = by,
        CreatedAt = now,
    };
}

internal sealed class PostCeremonyValidator : AbstractValidator<PostCeremonyBody>
{
    public PostCeremonyValidator()
    {
        RuleFor(c => c.Title).Required("名称", "The title");
        RuleFor(c => c.Title).PlainText(200);
        RuleFor(c => c.HeldOn).NotNull().Says("举办日期必填。", "The day is required.");
        RuleFor(c => c.Place).Required("地点", "The place");
        RuleFor(c => c.Place).PlainText(200);
        RuleFor(c => c.OrganiserNote).PlainText(2_000);
    }
}
