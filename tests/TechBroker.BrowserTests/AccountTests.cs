using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TechBroker.BrowserTests.Support;

namespace TechBroker.BrowserTests;

/// <summary>What people do with their own account, their notices, and from an item's public page.</summary>
internal sealed class AccountTests
{
    [Test]
    public async Task SecondFactor_SwitchedOnAndOff_ShowsItsCodesOnce()
    {
        using var someone = await Someone.NewAsync("两步验证 试用", "provider");
        await using var visit = await ComeAsync(new Manner("zh"), someone);
        var page = visit.Page;
        await visit.OpenAsync("/work/account/security");
        await visit.PictureAsync("account-security");

        await page.GetByRole(AriaRole.Button, new() { Name = "启用两步验证" }).ClickAsync();
        await page.Locator("#factor-password_password").FillAsync(someone.Password);
        await page.Keyboard.PressAsync("Enter");
        var secret = (await page.Locator(".account-secret code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await visit.PictureAsync("account-second-factor");
        await page.GetByLabel("填写应用上显示的验证码").FillAsync(SecondFactor.CodeOf(secret));
        await page.GetByRole(AriaRole.Button, new() { Name = "验证并启用" }).ClickAsync();

        var codes = page.GetByRole(AriaRole.List, new() { Name = "恢复码" }).GetByRole(AriaRole.Listitem);
        await Assertions.Expect(codes).ToHaveCountAsync(10);
        await visit.PictureAsync("account-recovery-codes");
        var first = await codes.First.InnerTextAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "我已保存" }).ClickAsync();
        await Assertions.Expect(codes).ToHaveCountAsync(0);
        Assert.That((await someone.GetAsync("me")).GetProperty("secondFactor").GetBoolean(), Is.True);

        await page.GetByRole(AriaRole.Button, new() { Name = "停用两步验证" }).ClickAsync();
        await page.Locator("#proof_password").FillAsync(someone.Password);
        await page.GetByLabel("验证码或恢复码").FillAsync(first);
        await page.GetByRole(AriaRole.Button, new() { Name = "停用两步验证" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "启用两步验证" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task Session_EndedFromAnotherDevice_IsOver()
    {
        using var someone = await Someone.NewAsync("Two Devices", "provider");
        await using var old = await ComeAsync(new Manner("zh"), someone);
        await using var visit = await ComeAsync(new Manner("en", 390), someone);
        await visit.OpenAsync("/work/account/security");
        await Assertions.Expect(visit.Page.GetByText("This device")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("Chrome on Linux")).ToHaveCountAsync(2);
        await visit.PictureAsync("account-security");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "End all others" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Tooltip).GetByRole(AriaRole.Button, new() { Name = "End all others" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Chrome on Linux")).ToHaveCountAsync(1);
        await old.Page.GotoAsync("/work/account");

        await old.Page.WaitForURLAsync("**/sign-in?to=*");
    }

    [TestCase("zh", 1440, false)]
    [TestCase("en", 390, true)]
    public async Task Session_EndedWhileAFormIsFilledIn_IsBegunAgainOnThePage(string language, int width, bool dark)
    {
        using var someone = await Someone.NewAsync("李晓", "organiser");
        await using var visit = await ComeAsync(new Manner(language, width, dark), someone);
        var page = visit.Page;
        var (name, again) = ($"签约仪式 {Guid.NewGuid():N}", page.GetByRole(AriaRole.Dialog, new() { Name = visit.Say("请重新登录", "Sign in again") }));
        await OrganiserTests.StartCeremonyAsync(visit, name);

        await someone.DeleteAsync("me/sessions");
        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("保存", "Save"), Exact = true }).ClickAsync();
        await Assertions.Expect(again.GetByLabel(visit.Say("邮箱", "E-mail address"))).ToHaveValueAsync(someone.Email);
        await visit.IsAccessibleAsync();
        await visit.PictureAsync("sign-in-again");
        await Assertions.Expect(again.GetByLabel(visit.Say("密码", "Password"))).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(someone.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(again).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("保存", "Save"), Exact = true }).ClickAsync();

        await page.WaitForURLAsync("**/work/ceremonies/*-*");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
    }

    [Test]
    public async Task Session_BegunAgainBySomebodyElse_ShowsThemNothingOfIt()
    {
        using var someone = await Someone.NewAsync("李晓", "organiser");
        using var other = await Someone.NewAsync("王强", "organiser");
        await using var visit = await ComeAsync(new Manner("zh"), someone);
        var page = visit.Page;
        var (name, again) = ($"签约仪式 {Guid.NewGuid():N}", page.GetByRole(AriaRole.Dialog, new() { Name = "请重新登录" }));
        await OrganiserTests.StartCeremonyAsync(visit, name);

        // Without a step of theirs: the stream of news says so.
        await someone.DeleteAsync("me/sessions");
        await again.GetByLabel("邮箱").FillAsync(other.Email);
        await again.GetByLabel("密码").FillAsync(other.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "王强" })).ToBeVisibleAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "新增签约活动" }).First.ClickAsync();
        await Assertions.Expect(page.GetByLabel("名称", new() { Exact = true })).ToHaveValueAsync("");
    }

    [Test]
    public async Task ApiKey_Made_IsShownOnceAndWorksUntilItIsRevoked()
    {
        using var someone = await Someone.NewAsync("密钥 试用", "provider");
        await using var visit = await ComeAsync(new Manner("zh"), someone);
        var page = visit.Page;
        await visit.OpenAsync("/work/account/keys");
        await page.GetByRole(AriaRole.Button, new() { Name = "创建密钥" }).ClickAsync();
        await page.GetByLabel("名称").FillAsync("夜间同步");
        await page.GetByRole(AriaRole.Button, new() { Name = "创建密钥" }).ClickAsync();
        var key = await page.GetByRole(AriaRole.Textbox, new() { Name = "密钥", Exact = true }).InputValueAsync();
        await visit.PictureAsync("account-key");
        Assert.That(await MeAsync(key), Is.EqualTo(HttpStatusCode.OK));

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("夜间同步")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "密钥", Exact = true })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "吊销密钥：夜间同步" }).ClickAsync();
        await page.GetByRole(AriaRole.Tooltip).GetByRole(AriaRole.Button, new() { Name = "吊销" }).ClickAsync();
        await Assertions.Expect(page.GetByText("还没有密钥")).ToBeVisibleAsync();

        Assert.That(await MeAsync(key), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("zh", false)]
    [TestCase("en", true)]
    public async Task Bell_WithMoreThanItShows_HasNoSeriousFinding(string language, bool dark)
    {
        await using var visit = await Visit.BeginAsync(new Manner(language, 360, dark), "seeker");
        await visit.ChangeAnswersAsync(new Regex(@"/api/v1/notices\?"), body => body!["unread"] = 240);
        await visit.OpenAsync("/work/needs");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = visit.Say("通知，99+ 条未读", "Notices, 99+ unread") })).ToContainTextAsync("99+");
        await visit.IsAccessibleAsync();
    }

    [Test]
    public async Task Interest_FromAListingsPage_BecomesAnEngagementThatANoticeLeadsTo()
    {
        using var provider = await Someone.OfDemoAsync("provider");
        using var seeker = await Someone.OfDemoAsync("seeker");
        var mark = Guid.NewGuid().ToString("N")[..8];
        var listing = await PostAsync(provider, "listings", $"低温电解水制氢样机 {mark}");
        await PostAsync(seeker, "needs", $"车间余热制氢 {mark}");

        await using (var visit = await Visit.BeginAsync(new Manner("zh"), "seeker"))
        {
            var page = visit.Page;
            await visit.OpenAsync($"/listings/{listing}");
            await page.GetByRole(AriaRole.Button, new() { Name = "我有意向" }).ClickAsync();
            await page.GetByLabel("我方的需求").FillAsync(mark);
            await page.GetByTitle($"车间余热制氢 {mark}").First.ClickAsync();
            await visit.PictureAsync("account-interest");
            await page.GetByRole(AriaRole.Button, new() { Name = "提交意向" }).ClickAsync();
            await Assertions.Expect(page.GetByText("意向已提交")).ToBeVisibleAsync();
            await visit.PictureAsync("account-interest-sent");
            await page.GetByRole(AriaRole.Link, new() { Name = "查看对接" }).ClickAsync();
            await page.WaitForURLAsync("**/work/engagements/*");
        }

        await using (var visit = await Visit.BeginAsync(new Manner("en", 390), "provider"))
        {
            var page = visit.Page;
            await visit.OpenAsync("/");
            await page.WaitForFunctionAsync("async mark => (await (await fetch('/api/v1/notices')).json()).items.some(n => n.text.includes(mark))", mark, new() { PollingInterval = 500 });
            await visit.OpenAsync("/work/notices");
            await visit.PictureAsync("account-notices");
            await page.GetByRole(AriaRole.Link).Filter(new() { HasText = mark }).First.ClickAsync();
            await page.WaitForURLAsync("**/work/engagements/*");

            // Opening it was reading it.
            await page.WaitForFunctionAsync("async mark => (await (await fetch('/api/v1/notices')).json()).items.some(n => n.text.includes(mark) && n.readAt)", mark, new() { PollingInterval = 500 });
        }
    }

    [Test]
    public async Task Settings_OfMails_AreKept()
    {
        using var someone = await Someone.NewAsync("Mail Settings", "seeker");
        await using var visit = await ComeAsync(new Manner("en", 390), someone);
        var page = visit.Page;
        await visit.OpenAsync("/work/settings");
        await page.GetByLabel("Once a day, all in one mail").CheckAsync();
        await page.GetByLabel("A side declines").UncheckAsync();
        await visit.PictureAsync("account-settings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Saved")).ToBeVisibleAsync();
        await page.ReloadAsync();

        await Assertions.Expect(page.GetByLabel("Once a day, all in one mail")).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("A side declines")).Not.ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("A side is interested")).ToBeCheckedAsync();
    }

    [Test]
    public async Task Account_Deleted_IsGone()
    {
        using var someone = await Someone.NewAsync("不再来的人", "provider");
        await using var visit = await ComeAsync(new Manner("zh", 390), someone);
        var page = visit.Page;
        await visit.OpenAsync("/work/account/data");
        await page.GetByRole(AriaRole.Button, new() { Name = "查看我的数据" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "登录记录" }).ClickAsync();
        await visit.PictureAsync("account-data");
        await page.GetByRole(AriaRole.Button, new() { Name = "注销账号…" }).ClickAsync();
        await page.Locator("#delete_address").FillAsync("somebody@example.com");
        await page.Locator("#delete_password").FillAsync(someone.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "永久注销" }).ClickAsync();
        await Assertions.Expect(page.GetByText("与账号的邮箱不一致")).ToBeVisibleAsync();

        await page.Locator("#delete_address").FillAsync(someone.Email);
        await page.GetByRole(AriaRole.Button, new() { Name = "永久注销" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "回到首页" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "登录", Exact = true })).ToBeVisibleAsync();
    }

    [TestCase("zh", 1440, false)]
    [TestCase("en", 390, true)]
    public async Task Link_ForAPassword_OpensAPageOfTheSameHouse(string language, int width, bool dark)
    {
        using var admin = await Someone.OfDemoAsync("admin");
        var added = await admin.PostAsync("users", new { email = $"{Guid.NewGuid():N}@example.com", displayName = "New Person", roles = new[] { "provider" } });
        var link = new Uri(added.GetProperty("passwordLink").GetString()!);
        await using var visit = await Visit.BeginAsync(new Manner(language, width, dark));
        var page = visit.Page;
        await visit.OpenAsync(link.PathAndQuery);
        await visit.IsAccessibleAsync();
        await visit.PictureAsync("reset-password");
        await page.GetByLabel(visit.Say("新密码", "New password")).FillAsync("one thing");
        await page.GetByLabel(visit.Say("再输入一次", "Once more")).FillAsync("another thing");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(visit.Say("不一致", "differ"));
        await visit.PictureAsync("reset-password-wrong");

        await page.GetByLabel(visit.Say("新密码", "New password")).FillAsync("a sentence that will do");
        await page.GetByLabel(visit.Say("再输入一次", "Once more")).FillAsync("a sentence that will do");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = visit.Say("去登录", "Sign in") }).ClickAsync();

        await page.WaitForURLAsync("**/sign-in");
    }

    // By the page: whoever came from nowhere goes on to work.
    private static async Task<Visit> ComeAsync(Manner manner, Someone someone)
    {
        var visit = await Visit.BeginAsync(manner);
        await visit.OpenAsync("/sign-in");
        await visit.Page.GetByLabel(visit.Say("邮箱", "E-mail address")).FillAsync(someone.Email);
        await visit.Page.GetByLabel(visit.Say("密码", "Password"), new() { Exact = true }).FillAsync(someone.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/work/*");
        return visit;
    }

    private static async Task<string> PostAsync(Someone someone, string kind, string title)
    {
        var organisation = (await someone.GetAsync("me")).GetProperty("organisation").GetProperty("id").GetString();
        var posted = await someone.PostAsync(kind, new { title, description = "用于网页测试。", organisationId = organisation, publish = true });
        Assert.That(posted.GetProperty("state").GetString(), Is.EqualTo("published"), posted.ToString());
        return posted.GetProperty("id").GetString()!;
    }

    private static async Task<HttpStatusCode> MeAsync(string key)
    {
        using var http = new HttpClient { BaseAddress = TheBrowser.Server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await http.GetAsync("/api/v1/me");
        return response.StatusCode;
    }
}
