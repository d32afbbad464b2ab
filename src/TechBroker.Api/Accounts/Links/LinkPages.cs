using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;

namespace TechBroker.Api.Accounts.Links;

/// <summary>The pages that one-time links open: GET shows a form, POST does it and says what happened. They work without any script.</summary>
internal static class LinkPages
{
    private static readonly Text ResetTitle = new("设置新密码", "Set a new password"), FirstTitle = new("创建第一位管理员", "Add the first administrator");
    private static readonly Text Differ = new("两次输入的密码不一致。", "The two passwords differ.");

    private static PageField[] Passwords =>
    [
        new("password", "password", new("新密码", "New password")) { Autocomplete = "new-password" },
        new("again", "password", new("再输入一次", "Once more")) { Autocomplete = "new-password" },
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get(OneTimeLinks.ResetPath, Rule.ByLink, (HttpRequest request, PasswordRules rules) => ResetForm(200, request.Query["token"].ToString(), Hint(rules))).ExcludeFromDescription();
        app.Post(OneTimeLinks.ResetPath, Rule.ByLink, ResetAsync).ExcludeFromDescription();
        app.Get(OneTimeLinks.FirstAdministratorPath, Rule.ByLink, (HttpRequest request, PasswordRules rules) => FirstForm(200, request.Query["token"].ToString(), Hint(rules))).ExcludeFromDescription();
        app.Post(OneTimeLinks.FirstAdministratorPath, Rule.ByLink, FirstAsync).ExcludeFromDescription();
    }

    private static Text Hint(PasswordRules rules) => new(
        $"密码至少 {rules.Shortest} 个字符；可以是一句话，不必混用大小写和符号。", $"At least {rules.Shortest} characters; a sentence will do, no mixture of characters is needed.");

    private static async Task<IResult> ResetAsync(HttpContext http, ResetPassword reset, PasswordRules rules)
    {
        if (await PageForm.ReadAsync(http) is not { } form)
        {
            return Unreadable(ResetTitle);
        }

        var (token, password) = (form["token"].ToString(), form["password"].ToString());
        if (Fault(password, form["again"].ToString(), rules) is { } fault)
        {
            return ResetForm(400, token, fault);
        }

        return await reset.RunAsync(token, password, http.RequestAborted) switch
        {
            Problem { Status: 400 } invalid => ResetForm(400, token, Sentences(invalid)),
            Problem { Status: 429 } busy => ResetForm(429, token, busy.Message),
            Problem refused => new PlainPage(refused.Status, ResetTitle, refused.Message),
            _ => new PlainPage(200, ResetTitle, new(
                "新密码已设置，原有登录均已退出。请用新密码登录。", "The new password is set and all sessions have ended. Sign in with the new password."))
            { LeadsToSignIn = true },
        };
    }

    private static async Task<IResult> FirstAsync(HttpContext http, FirstAdministrator first, PasswordRules rules)
    {
        if (await PageForm.ReadAsync(http) is not { } form)
        {
            return Unreadable(FirstTitle);
        }

        var body = new FirstAdministratorBody { Token = form["token"], Email = form["email"], DisplayName = form["displayName"], Password = form["password"] };
        if (Fault(body.Password ?? "", form["again"].ToString(), rules) is { } fault)
        {
            return FirstForm(400, body.Token ?? "", fault, body);
        }

        return await first.AddAsync(body, http.RequestAborted) switch
        {
            Problem { Status: 400 } invalid => FirstForm(400, body.Token ?? "", Sentences(invalid), body),
            Problem { Status: 429 } busy => FirstForm(429, body.Token ?? "", busy.Message, body),
            Problem refused => new PlainPage(refused.Status, FirstTitle, refused.Message),
            _ => new PlainPage(200, FirstTitle, new("管理员账号已创建，请用该邮箱和密码登录。", "The administrator's account is there; sign in with that address and password.")) { LeadsToSignIn = true },
        };
    }

    private static PlainPage ResetForm(int status, string token, Text says) => new(status, ResetTitle, says)
    {
        Action = OneTimeLinks.ResetPath,
        Button = new("设置密码", "Set the password"),
        Fields = [new PageField("token", "hidden", default) { Value = token }, .. Passwords],
    };

    private static PlainPage FirstForm(int status, string token, Text says, FirstAdministratorBody? typed = null) => new(status, FirstTitle, says)
    {
        Action = OneTimeLinks.FirstAdministratorPath,
        Button = new("创建", "Add"),
        Fields =
        [
            new PageField("token", "hidden", default) { Value = token },
            new("email", "email", new("邮箱", "E-mail address")) { Value = typed?.Email ?? "", Autocomplete = "username" },
            new("displayName", "text", new("姓名", "Name")) { Value = typed?.DisplayName ?? "", Autocomplete = "name" },
            .. Passwords,
        ],
    };

    private static Text? Fault(string password, string again, PasswordRules rules) => password != again ? Differ
        : password.Length < rules.Shortest ? new Text($"密码至少 {rules.Shortest} 个字符。", $"A password has at least {rules.Shortest} characters.")
        : password.Length > PasswordRules.Longest ? new Text($"密码最多 {PasswordRules.Longest} 个字符。", $"A password has at most {PasswordRules.Longest} characters.")
        : null;

    private static Text Sentences(Problem invalid) =>
        new(string.Join("", invalid.Faults.Select(f => f.Message.Zh).Distinct()), string.Join(" ", invalid.Faults.Select(f => f.Message.En).Distinct()));

    private static PlainPage Unreadable(Text title) => new(400, title, new("表单无法读取，请重新打开链接。", "The form cannot be read; open the link again."));
}
