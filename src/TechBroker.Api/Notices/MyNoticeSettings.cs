using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Notices;
using TechBroker.Storage.Notices;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Notices;

/// <summary>GET and PUT /me/notice-settings</summary>
internal static class MyNoticeSettings
{
    public static void Map(IEndpointRouteBuilder me)
    {
        me.Get("/notice-settings", Rule.SignedIn, async (HttpContext http, Database database, CancellationToken ct) =>
                (IResult)new Answer(200, ToBody(await database.ReadAsync(s => NoticeStore.SettingsAsync(s, Caller.Required(http).AccountId), ct))))
            .Produces<NoticeSettingsBody>()
            .WithName("getNoticeSettings").WithSummary("How the caller is told of things");
        me.Put("/notice-settings", Rule.SignedIn, SaveAsync)
            .Produces<NoticeSettingsBody>().ProducesProblem(400)
            .WithName("putNoticeSettings").WithSummary("Change how the caller is told of things");
    }

    private static Task<IResult> SaveAsync(Body<NoticeSettingsBody> body, HttpContext http, Writes writes)
    {
        var settings = new NoticeSettings
        {
            AccountId = Caller.Required(http).AccountId,
            Language = body.Value.Language!,
            Mail = body.Value.Mail!,
            MailKinds = body.Value.MailKinds is { } kinds ? StoredJson.Write(kinds.Distinct().Order(StringComparer.Ordinal)) : null,
        };
        return writes.RunAsync(http, async session =>
        {
            await NoticeStore.SaveAsync(session, settings);
            return new Answer(200, ToBody(settings));
        });
    }

    private static NoticeSettingsBody ToBody(NoticeSettings settings) => new()
    {
        Language = settings.Language,
        Mail = settings.Mail,
        MailKinds = settings.MailKinds is { } kinds ? StoredJson.Read<string[]>(kinds) : null,
    };
}

internal sealed class NoticeSettingsValidator : AbstractValidator<NoticeSettingsBody>
{
    public NoticeSettingsValidator()
    {
        RuleFor(s => s.Language).Required("语言", "The language");
        RuleFor(s => s.Language).LanguageCode();
        RuleFor(s => s.Mail).Must(m => m is NoticeSettings.None or NoticeSettings.Each or NoticeSettings.Daily).Says("须为 none、each 或 daily。", "It must be none, each or daily.");
        RuleFor(s => s.MailKinds).NoticeKindCodes();
    }
}

internal static class NoticeKindRules
{
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> NoticeKindCodes<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule)
    {
        var all = string.Join(", ", NoticeKinds.All);
        return rule.Must(kinds => kinds is null || (kinds.Count <= 100 && kinds.All(NoticeKinds.All.Contains))).Says($"只能是以下各项：{all}。", $"Only these: {all}.");
    }
}
