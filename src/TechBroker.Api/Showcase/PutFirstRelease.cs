using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Showcase;
using TechBroker.Storage.Market;
using TechBroker.Storage.Showcase;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Showcase;

/// <summary>PUT /listings/{id}/first-release: sets it, changes it, or renews one that was ended. On a listing that is not published it waits for that.</summary>
internal static class PutFirstRelease
{
    public static void Map(IEndpointRouteBuilder listings) => listings
        .Put("/{id:guid}/first-release", Rules.ChangeListing, (Guid id, Body<PutFirstReleaseBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            writes.RunAsync(http, session => SetAsync(session, http, id, body.Value, clock.GetUtcNow())))
        .Produces<FirstReleaseBody>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428)
        .WithName("putFirstRelease").WithSummary("Put a listing into the showcase with a line about it, or renew it there");

    private static async Task<IResult> SetAsync(WriteSession session, HttpContext http, Guid id, PutFirstReleaseBody body, DateTimeOffset now)
    {
        var listing = await ListingStore.FindAsync(session, id);
        if (await ShowcaseDesk.RefuseAsync(session, listing, id, Caller.Required(http).AccountId) is { } refused)
        {
            return refused;
        }

        var (before, today) = (await FirstReleaseStore.FindAsync(session, id), CentreDay.Of(now));
        if (IfMatch.Check(http, before?.Revision ?? 0, required: true) is { } stale)
        {
            return stale;
        }

        var (zh, en) = (Cleaning.Trimmed(body.PitchZh), Cleaning.Trimmed(body.PitchEn));
        if (!FirstRelease.Set(before, listing!, zh, en, body.Since, now, today).Is(out var release, out var error))
        {
            return Problem.Of(error);
        }

        await FirstReleaseStore.SaveAsync(session, release);
        return new Answer(200, release.ToBody(id, listing!.IsOpen, await ListingPictureStore.FindAsync(session, id), today)) { Revision = release.Revision };
    }
}

internal sealed class PutFirstReleaseValidator : AbstractValidator<PutFirstReleaseBody>
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public PutFirstReleaseValidator()
    {
        RuleFor(b => b.PitchZh).PlainText(60);
        RuleFor(b => b.PitchEn).PlainText(140);
        RuleFor(b => b.PitchZh).Must(IsOneLine).Says("只能写一行，请去掉换行。", "It is one line; take the line breaks out.");
        RuleFor(b => b.PitchEn).Must(IsOneLine).Says("只能写一行，请去掉换行。", "It is one line; take the line breaks out.");
        RuleFor(b => b.PitchZh).Must((body, zh) => !string.IsNullOrWhiteSpace(zh) || !string.IsNullOrWhiteSpace(body.PitchEn))
            .Says("请用中文或英文写一句话介绍。", "Write a line in Chinese or in English.");
        RuleFor(b => b.Since).Must(day => day is null || day >= Earliest).Says("日期过早，请检查。", "The day is too early; check it.");
    }

    private static bool IsOneLine(string? text) => text?.Trim().AsSpan().IndexOfAny('\n', '\r', '\t') is null or < 0;
}
