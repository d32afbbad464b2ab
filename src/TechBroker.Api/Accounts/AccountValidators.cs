using FluentValidation;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.People;
using TechBroker.Storage.People;

namespace TechBroker.Api.Accounts;

/// <summary>Shape of what is said of a person.</summary>
internal sealed class UserFieldsValidator : AbstractValidator<UserFields>
{
    public UserFieldsValidator()
    {
        RuleFor(u => u.Email).Required("邮箱", "The e-mail address");
        RuleFor(u => u.Email).EmailAddress();
        RuleFor(u => u.DisplayName).Required("姓名", "The name");
        RuleFor(u => u.DisplayName).PlainText(100);
        RuleFor(u => u.Roles).Must(roles => roles is { Count: > 0 }).Says("至少选择一个角色。", "Give at least one role.");
        RuleFor(u => u.Roles).CodesOf<UserFields, Role>();
    }
}

internal sealed class PostUserValidator : AbstractValidator<PostUserBody>
{
    public PostUserValidator(PasswordRules passwords)
    {
        Include(new UserFieldsValidator());
        When(u => u.Password is not null, () => RuleFor(u => u.Password).NewPassword(passwords, u => u.Email));
    }
}

internal sealed class PutUserValidator : AbstractValidator<PutUserBody>
{
    public PutUserValidator()
    {
        Include(new UserFieldsValidator());
        RuleFor(u => u.State).Must(state => state is null or Account.Active or Account.Disabled).Says("状态须为 active 或 disabled。", "The state must be active or disabled.");
    }
}

internal sealed class LoginValidator : AbstractValidator<LoginBody>
{
    public LoginValidator()
    {
        RuleFor(l => l.Email).Required("邮箱", "The e-mail address");
        RuleFor(l => l.Email).PlainText(254);
        RuleFor(l => l.Password).OldPassword();
        RuleFor(l => l.Code).PlainText(20);
        RuleFor(l => l.RecoveryCode).PlainText(50);
    }
}

internal sealed class RefreshValidator : AbstractValidator<RefreshBody>
{
    public RefreshValidator()
    {
        RuleFor(r => r.RefreshToken).Required("刷新令牌", "The refresh token");
        RuleFor(r => r.RefreshToken).PlainText(200);
    }
}

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePasswordBody>
{
    public ChangePasswordValidator(PasswordRules passwords)
    {
        RuleFor(c => c.CurrentPassword).OldPassword();
        RuleFor(c => c.NewPassword).NewPassword(passwords, _ => null);
    }
}

internal sealed class ForgotPasswordValidator : AbstractValidator<ForgotPasswordBody>
{
    public ForgotPasswordValidator()
    {
        RuleFor(f => f.Email).Required("邮箱", "The e-mail address");
        RuleFor(f => f.Email).PlainText(254);
    }
}

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPasswordBody>
{
    public ResetPasswordValidator(PasswordRules passwords)
    {
        RuleFor(r => r.Token).LinkToken();
        RuleFor(r => r.NewPassword).NewPassword(passwords, _ => null);
    }
}

internal sealed class FirstAdministratorValidator : AbstractValidator<FirstAdministratorBody>
{
    public FirstAdministratorValidator(PasswordRules passwords)
    {
        RuleFor(a => a.Token).LinkToken();
        RuleFor(a => a.Email).Required("邮箱", "The e-mail address");
        RuleFor(a => a.Email).EmailAddress();
        RuleFor(a => a.DisplayName).Required("姓名", "The name");
        RuleFor(a => a.DisplayName).PlainText(100);
        RuleFor(a => a.Password).NewPassword(passwords, a => a.Email);
    }
}

internal sealed class BeginSecondFactorValidator : AbstractValidator<BeginSecondFactorBody>
{
    public BeginSecondFactorValidator() => RuleFor(b => b.Password).OldPassword();
}

internal sealed class ConfirmSecondFactorValidator : AbstractValidator<ConfirmSecondFactorBody>
{
    public ConfirmSecondFactorValidator()
    {
        RuleFor(c => c.Code).Required("验证码", "The code");
        RuleFor(c => c.Code).PlainText(20);
    }
}

internal sealed class ProveSecondFactorValidator : AbstractValidator<ProveSecondFactorBody>
{
    public ProveSecondFactorValidator()
    {
        RuleFor(p => p.Password).OldPassword();
        RuleFor(p => p.Code).Required("验证码", "The code");
        RuleFor(p => p.Code).PlainText(50);
    }
}

internal sealed class PostApiKeyValidator : AbstractValidator<PostApiKeyBody>
{
    private const int MostDays = 366;

    public PostApiKeyValidator(TimeProvider clock)
    {
        RuleFor(k => k.Name).Required("名称", "The name");
        RuleFor(k => k.Name).PlainText(100);
        RuleFor(k => k.Scope).Must(scope => scope is ApiKey.Read or ApiKey.Write).Says("权限须为 read 或 write。", "The scope must be read or write.");
        RuleFor(k => k.ExpiresAt).Must(at => at is { } end && end > clock.GetUtcNow() && end <= clock.GetUtcNow().AddDays(MostDays)).Says(
            $"请填写到期时间，须在将来且不超过 {MostDays} 天。", $"Give the time of expiry: in the future, at most {MostDays} days ahead.");
    }
}

internal static class SecretValidation
{
    /// <summary>Present and not absurdly long; what it must be like was decided when it was set.</summary>
    public static void OldPassword<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(p => !string.IsNullOrEmpty(p)).Says("请填写密码。", "The password is missing.")
        .Must(p => p is null || p.Length <= PasswordRules.Longest).Says("密码过长。", "The password is too long.");

    public static void LinkToken<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(t => t is { Length: > 0 and <= 100 }).Says("链接不完整，请复制完整的链接。", "The link is incomplete; copy all of it.");
}
