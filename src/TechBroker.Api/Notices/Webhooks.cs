using System.Security.Cryptography;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Api.Organisations;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Notices;
using TechBroker.Storage.Notices;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Notices;

/// <summary>POST, GET and DELETE /webhooks: people of an organisation for what concerns it, organisers for everything.</summary>
internal static class Webhooks
{
    private const int Most = 20;

    private static readonly Problem Off = new(409, "webhooks-off", new("本平台未启用 Webhook，请联系管理员（Webhooks__Enabled）。", "Webhooks are switched off here; ask the operator (Webhooks__Enabled)."));

    private static readonly Problem TooMany = new(409, "too-many-webhooks", new($"最多 {Most} 个，请先删除不用的。", $"At most {Most}; delete those that are not used."));

    private static readonly Problem NoOrganisation = new(403, "not-allowed", new(
        "Webhook 归单位所有，您的账号未关联单位，或不能为其他单位设置。", "A webhook belongs to an organisation: your account has none, or this is another one."));

    public static void Map(IEndpointRouteBuilder webhooks)
    {
        webhooks.Post("", Rules.AddWebhook, MakeAsync)
            .Produces<WebhookBody>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409)
            .WithName("postWebhook").WithSummary("Have an address called when something happens; its secret is shown once");
        webhooks.Get("", Rules.AddWebhook, PageAsync)
            .Produces<Page<WebhookBody>>().ProducesProblem(400)
            .WithName("listWebhooks").WithSummary("List webhooks, newest first")
            .WithMetadata(QueryParameters.OfPage);
        webhooks.Delete("/{id:guid}", Rules.ChangeWebhook, (Guid id, HttpContext http, Writes writes, TimeProvider clock) => writes.RunAsync(http, async session =>
            {
                if (await WebhookStore.FindAsync(session, id) is null)
                {
                    return Problem.Of(MarketError.NotFound("webhook", id));
                }

                await WebhookStore.DeleteAsync(session, id, clock.GetUtcNow());
                return Results.NoContent();
            }))
            .Produces(204).ProducesProblem(403).ProducesProblem(404)
            .WithName("deleteWebhook").WithSummary("Delete a webhook");
    }

    private static async Task<IResult> MakeAsync(
        Body<PostWebhookBody> body, HttpContext http, Writes writes, WebhookOptions options, IDataProtectionProvider protection, TimeProvider clock)
    {
        var caller = Caller.Required(http);
        var organisation = caller.IsOrganiser ? body.Value.OrganisationId : caller.OrganisationId;
        if (!options.Enabled)
        {
            return Off;
        }

        if (!caller.IsOrganiser && (organisation is null || (body.Value.OrganisationId is { } named && named != organisation)))
        {
            return NoOrganisation;
        }

        if (!PublicAddress.IsTarget(body.Value.Url, options.AllowHttp))
        {
            return Problem.Invalid([new Fault("url", new("须为 https 地址，不得含用户名、密码或 # 片段。", "It must be an https address without user, password or fragment."))]);
        }

        var (id, secret) = (Guid.NewGuid(), WebhookSignature.Write(RandomNumberGenerator.GetBytes(WebhookSignature.SecretBytes)));
        var webhook = new Webhook
        {
            Id = id,
            OrganisationId = organisation,
            CreatedBy = caller.AccountId,
            Url = body.Value.Url!,
            Kinds = StoredJson.Write(body.Value.Kinds!.Distinct()),
            Secret = WebhookKeys.Protector(protection, id).Protect(secret),
            CreatedAt = clock.GetUtcNow(),
        };
        return await writes.RunAsync(http, async session =>
        {
            if (organisation is not null && await Owner.RefuseAsync(session, organisation.Value) is { } refused)
            {
                return refused;
            }

            if (await WebhookStore.CountAsync(session, organisation) >= Most)
            {
                return TooMany;
            }

            await WebhookStore.InsertAsync(session, webhook);
            return new Answer(201, ToBody(webhook) with { Secret = secret }) { Kept = ToBody(webhook), Location = $"/api/v1/webhooks/{id}" };
        });
    }

    private static Task<IResult> PageAsync(HttpContext http, Database database, CancellationToken ct)
    {
        // Whoever has no organisation has no webhooks; an id that nothing has finds none.
        var caller = Caller.Required(http);
        var organisation = caller.IsOrganiser ? (Guid?)null : caller.OrganisationId ?? Guid.Empty;
        return NewestFirst.PageAsync(
            http,
            database,
            (session, before, beforeId, limit) => WebhookStore.PageAsync(session, organisation, before, beforeId, limit),
            w => (w.CreatedAt, w.Id),
            (w, _) => ToBody(w),
            ct);
    }

    private static WebhookBody ToBody(Webhook webhook) => new()
    {
        Id = webhook.Id,
        OrganisationId = webhook.OrganisationId,
        Url = webhook.Url,
        Kinds = webhook.KindList,
        CreatedAt = webhook.CreatedAt,
        DisabledAt = webhook.DisabledAt,
        DisabledFor = webhook.DisabledFor,
    };
}

internal sealed class PostWebhookValidator : AbstractValidator<PostWebhookBody>
{
    public PostWebhookValidator()
    {
        RuleFor(w => w.Url).Required("地址", "The address");
        RuleFor(w => w.Url).PlainText(2_000);
        RuleFor(w => w.Kinds).Must(k => k is { Count: > 0 }).Says("须至少选择一种事件（kinds）。", "Choose at least one kind (kinds).");
        RuleFor(w => w.Kinds).NoticeKindCodes();
    }
}
