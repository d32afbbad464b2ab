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
        RuleFor(u => u.Password).NewPassword(passwords, u => u.Email);
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
        RuleFor(l => l.Password).Required("密码", "The password");
        RuleFor(l => l.Password).Must(p => p is null || p.Length <= PasswordRules.Longest).Says("密码过长。", "The password is too long.");
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
