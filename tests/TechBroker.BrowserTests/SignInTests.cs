using Microsoft.Playwright;
using TechBroker.BrowserTests.Support;

namespace TechBroker.BrowserTests;

/// <summary>Signing in and out.</summary>
internal sealed class SignInTests
{
    [TestCase("zh", 1440)]
    [TestCase("en", 390)]
    public async Task SignIn_WithPassword_LeadsBackAndOutAgain(string language, int width)
    {
        await using var visit = await Visit.BeginAsync(new Manner(language, width));
        var page = visit.Page;
        await visit.OpenAsync("/needs");
        await page.GetByRole(AriaRole.Link, new() { Name = visit.Say("登录", "Sign in") }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in?to=*");
        await visit.SettleAsync();
        await visit.PictureAsync("sign-in");

        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("登录", "Sign in") }).ClickAsync();
        await Assertions.Expect(page.GetByText(visit.Say("请填写邮箱", "Enter your e-mail address"))).ToBeVisibleAsync();

        await page.GetByLabel(visit.Say("邮箱", "E-mail address")).FillAsync("seeker@demo.example");
        await page.GetByLabel(visit.Say("密码", "Password"), new() { Exact = true }).FillAsync("wrong");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(visit.Say("邮箱或密码不正确", "is wrong"));

        await page.GetByLabel(visit.Say("密码", "Password"), new() { Exact = true }).FillAsync(TheBrowser.Server.PasswordOf("seeker"));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/needs");
        var account = page.GetByRole(AriaRole.Button, new() { NameRegex = new(visit.Say("^账号", "^Account")) });
        await Assertions.Expect(account).ToBeVisibleAsync();

        // The cookie, not the page, is the session.
        await page.ReloadAsync();
        await account.ClickAsync();
        await Assertions.Expect(page.GetByText("seeker@demo.example")).ToBeVisibleAsync();
        await visit.PictureAsync("signed-in");
        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("退出登录", "Sign out") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = visit.Say("登录", "Sign in") })).ToBeVisibleAsync();
        Assert.That((await page.APIRequest.GetAsync("/api/v1/me")).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task FirstAdministrator_ByThePrintedLink_SignsInToAnEmptyCentre()
    {
        const string Password = "a centre opens today";
        await using var server = await RunningServer.StartAsync();
        await using var visit = await Visit.BeginAsync(new Manner("zh"), server);
        var page = visit.Page;
        await page.GotoAsync(await server.FirstAdministratorLinkAsync());
        await visit.IsAccessibleAsync();
        await page.GetByLabel("邮箱").FillAsync("first@example.com");
        await page.GetByLabel("姓名").FillAsync("第一位");
        await page.GetByLabel("新密码").FillAsync(Password);
        await page.GetByLabel("再输入一次").FillAsync($"{Password}!");
        await page.GetByRole(AriaRole.Button, new() { Name = "创建" }).ClickAsync();
        await Assertions.Expect(page.GetByText("两次输入的密码不一致")).ToBeVisibleAsync();
        await visit.PictureAsync("first-administrator");
        await page.GetByLabel("新密码").FillAsync(Password);
        await page.GetByLabel("再输入一次").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "创建" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("登录") }).ClickAsync();

        await page.GetByLabel("邮箱").FillAsync("first@example.com");
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^账号") })).ToBeVisibleAsync();
        foreach (var (path, name) in new[] { ("/", "empty-home"), ("/listings", "empty-listings"), ("/publicity", "empty-publicity"), ("/work/engagements", "empty-engagements"), ("/work", "empty-work") })
        {
            await visit.OpenAsync(path);
            await visit.IsAccessibleAsync();
            await visit.PictureAsync(name);
        }

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^登记单位") }).ClickAsync();
        await page.WaitForURLAsync("**/work/organisations");
    }

    [TestCase("删除并退出", 0)]
    [TestCase("留在这台设备上，只退出", 1)]
    public async Task SignOut_WithADraftInTheBrowser_AsksWhatBecomesOfIt(string button, int left)
    {
        const string HasDrafts = "count => Object.keys(localStorage).filter(name => name.startsWith('techbroker.draft.')).length === count";
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "seeker");
        var page = visit.Page;
        await visit.OpenAsync("/work/needs/new");
        await page.GetByLabel("用一句话说出来").FillAsync("还没想好要不要让人知道");
        await page.WaitForFunctionAsync(HasDrafts, 1);

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^账号") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("1 份未保存的草稿");
        await visit.PictureAsync("sign-out-leftovers");
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "登录", Exact = true })).ToBeVisibleAsync();
        await page.WaitForFunctionAsync(HasDrafts, left);
    }

    [Test]
    public async Task SignIn_WithSecondFactor_AsksForItAndTakesARecoveryCode()
    {
        var codes = await SecondFactor.SwitchOnAsync("manager3");
        await using var visit = await Visit.BeginAsync(new Manner("zh", 390));
        var page = visit.Page;
        await visit.OpenAsync("/sign-in");
        await page.GetByLabel("邮箱").FillAsync("manager3@demo.example");
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(TheBrowser.Server.PasswordOf("manager3"));
        await page.Keyboard.PressAsync("Enter");

        await page.GetByLabel("验证码").FillAsync("000000");
        await visit.IsAccessibleAsync();
        await visit.PictureAsync("second-factor");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("不正确");

        await page.GetByRole(AriaRole.Button, new() { Name = "使用恢复码" }).ClickAsync();
        await page.GetByLabel("恢复码").FillAsync(codes[0]);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^账号") })).ToBeVisibleAsync();
    }

    [Test]
    public async Task SignIn_ToAnotherSite_StaysHere()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"));
        var page = visit.Page;
        await visit.OpenAsync("/sign-in?to=%2F%2Fevil.example");
        await page.GetByLabel("邮箱").FillAsync("provider@demo.example");
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(TheBrowser.Server.PasswordOf("provider"));
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/work/listings");
        Assert.That(new Uri(page.Url).Authority, Is.EqualTo(TheBrowser.Server.Address.Authority));
    }

    [Test]
    public async Task ForgottenPassword_WhereNoMailIsSent_SaysWhatToDo()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"));
        var page = visit.Page;
        await visit.OpenAsync("/forgot-password");
        await page.GetByLabel("邮箱").FillAsync("nobody@example.com");
        await page.GetByRole(AriaRole.Button, new() { Name = "发送链接" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请向中心工作人员索取密码链接");
    }
}
