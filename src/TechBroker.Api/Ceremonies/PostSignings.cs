using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.Ceremonies;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Ceremonies;

/// <summary>POST /ceremonies/{id}/signings: records all rows in one transaction, or none and says what is wrong with each.</summary>
internal static class PostSignings
{
    public const int MostRows = 500;

    public static void Map(RouteGroupBuilder ceremonies) => ceremonies
        .Post("/{id:guid}/signings", Rules.HoldCeremony, HandleAsync)
        .Produces<SigningsBody>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(422)
        .WithName("recordSignings").WithSummary("Record what was signed at a ceremony: all of it, or nothing");

    private static async Task<IResult> HandleAsync(Guid id, Body<PostSigningsBody> body, HttpContext http, Writes writes, SigningRows reader, TimeProvider clock, CancellationToken ct)
    {
        var (rows, faults) = await reader.ReadAsync(body.Value.Rows!, ct);
        if (faults.Count > 0)
        {
            return Problem.Invalid(faults);
        }

        try
        {
            return await writes.RunAsync(http, session => RecordAsync(session, id, rows, Caller.Required(http), clock.GetUtcNow()));
        }
        catch (RowsRefusedException e)
        {
            return e.Problem;
        }
    }

    private static async Task<IResult> RecordAsync(WriteSession session, Guid id, IReadOnlyList<(string Kind, RecordRow Record)> rows, Caller caller, DateTimeOffset now)
    {
        if (await CeremonyStore.FindAsync(session, id) is null)
        {
            return Problem.Of(MarketError.NotFound("ceremony", id));
        }

        var (recorded, faults) = (new List<SigningBody>(), new List<Fault>());
        for (var i = 0; i < rows.Count; i++)
        {
            var (made, refused) = await rows[i].Record(session, caller, id, now);
            recorded.Add(new SigningBody { Kind = rows[i].Kind, Id = made });
            if (refused is not null)
            {
                faults.AddRange((refused.Faults.Count > 0 ? refused.Faults : [new Fault("$", refused.Message)]).Select(f => SigningRows.Of(i, f)));
            }
        }

        if (faults.Count > 0)
        {
            throw new RowsRefusedException(new Problem(422, "signings-refused", new(
                $"有 {faults.Count} 处不能登记，全部未登记；请按 errors 中的说明修改后整批重新提交。",
                $"{faults.Count} things cannot be recorded, so nothing was; correct what errors lists and send all rows again."))
            { Faults = faults });
        }

        session.Record("ceremony.signed", "ceremony", id, new { recorded.Count });
        return new Answer(201, new SigningsBody { Items = recorded });
    }

    /// <summary>Only an exception takes back what the rows before the refused one have written.</summary>
    private sealed class RowsRefusedException(Problem problem) : Exception
    {
        public Problem Problem { get; } = problem;
    }
}

internal sealed class PostSigningsValidator : AbstractValidator<PostSigningsBody>
{
    public PostSigningsValidator() => RuleFor(b => b.Rows).Must(r => r is { Count: > 0 and <= PostSignings.MostRows })
        .Says($"须为 1 至 {PostSignings.MostRows} 行。", $"It must have 1 to {PostSignings.MostRows} rows.");
}
