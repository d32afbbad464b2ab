using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TechBroker.BrowserTests.Support;

namespace TechBroker.BrowserTests;

/// <summary>A contract comes out of an engagement, is paid, and a mistake is taken back.</summary>
internal sealed class DealTests
{
    [TestCase("zh", 1440)]
    [TestCase("en", 390)]
    public async Task Contract_FromAnEngagement_IsPaid_AndAMistakeIsReversed(string language, int width)
    {
        using var pair = await Pair.LogAsync();
        await pair.NegotiateAsync();
        await using var visit = await Visit.BeginAsync(new Manner(language, width), "manager");
        var page = visit.Page;
        await visit.OpenAsync($"/work/engagements/{pair.Engagement}");
        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("录入合同", "Record the contract") }).ClickAsync();
        await page.WaitForURLAsync("**/work/deals/new?engagement=*");
        await visit.SettleAsync();

        // The parties are known; what is missing is said beside its field.
        await Assertions.Expect(page.Locator("#deal_sellers_0_name")).Not.ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("#deal_buyers_0_name")).Not.ToHaveValueAsync("");
        var record = page.GetByRole(AriaRole.Button, new() { Name = visit.Say("录入合同", "Record the contract") });
        await record.ClickAsync();
        await Assertions.Expect(page.Locator(".ant-form-item-explain-error").First).ToBeVisibleAsync();
        await page.Locator("#deal_contractType").ClickAsync();
        await page.GetByTitle(visit.Say("技术许可", "Technology licence"), new() { Exact = true }).ClickAsync();
        await page.Locator("#deal_amount").FillAsync("120");
        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("添加完成人", "Add an inventor") }).ClickAsync();
        await page.Locator("#deal_inventors_0_name").FillAsync("陈老师");
        await page.Locator("#deal_inventors_0_basisPoints").FillAsync("60");
        await Assertions.Expect(page.GetByText(visit.Say("还差 40%", "40 % missing"))).ToBeVisibleAsync();
        await record.ClickAsync();
        await Assertions.Expect(page.Locator(".ant-form-item-explain-error, .ant-alert-error").First).ToBeVisibleAsync();
        await page.Locator("#deal_inventors_0_basisPoints").FillAsync("100");
        await visit.PictureAsync("deal-form");
        await record.ClickAsync();
        await page.WaitForURLAsync(new Regex("/work/deals/[0-9a-f]{8}-"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(pair.ListingTitle);

        await visit.ChooseStepAsync(visit.Say("登记到款", "Record a payment"));
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel(visit.Say("到款金额", "Amount"), new() { Exact = true }).FillAsync("30");
        await dialog.GetByRole(AriaRole.Button, new() { Name = visit.Say("登记到款", "Record a payment") }).ClickAsync();
        var ledger = page.Locator(".deals-ledger").First;
        await Assertions.Expect(ledger).ToContainTextAsync("300,000.00");

        await ledger.GetByRole(AriaRole.Button, new() { Name = visit.Say("冲销", "Reverse") }).ClickAsync();
        await dialog.GetByLabel(visit.Say("冲销原因", "Why it is reversed")).FillAsync("记错合同");
        await dialog.GetByRole(AriaRole.Button, new() { Name = visit.Say("冲销", "Reverse") }).ClickAsync();
        await Assertions.Expect(ledger).ToContainTextAsync("-300,000.00");
        await Assertions.Expect(ledger.Locator(".deals-sum").Last).ToContainTextAsync("0.00");
        await visit.SettleAsync();
        await visit.PictureAsync("deal");

        await using var seeker = await Visit.BeginAsync(new Manner(language, width), "seeker");
        await seeker.OpenAsync(new Uri(page.Url).PathAndQuery);
        await Assertions.Expect(seeker.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(pair.ListingTitle);
        await Assertions.Expect(seeker.Page.GetByText("陈老师")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Evidence_Uploaded_IsThere_AndCanBeWithdrawn()
    {
        using var pair = await Pair.LogAsync();
        await pair.NegotiateAsync();
        var deal = await pair.RecordAsync();
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "manager");
        var page = visit.Page;
        await visit.OpenAsync($"/work/deals/{deal}");
        await page.GetByRole(AriaRole.Button, new() { Name = "上传材料" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "验收单.txt", MimeType = "text/plain", Buffer = "验收合格"u8.ToArray() });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "上 传" }).Or(dialog.GetByRole(AriaRole.Button, new() { Name = "上传", Exact = true })).ClickAsync();
        var file = page.Locator(".deals-files li");
        await Assertions.Expect(file).ToContainTextAsync("验收单.txt");
        var download = await page.RunAndWaitForDownloadAsync(() => file.GetByRole(AriaRole.Link, new() { NameRegex = new("^下载") }).ClickAsync());
        Assert.That(download.SuggestedFilename, Is.EqualTo("验收单.txt"));

        await file.GetByRole(AriaRole.Button, new() { Name = "撤回" }).ClickAsync();
        await dialog.GetByLabel("原因").FillAsync("传错文件");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "撤回" }).ClickAsync();
        await Assertions.Expect(file).ToContainTextAsync("已撤回：传错文件");
    }

    [TestCase("zh", 1440, true)]
    [TestCase("en", 390, false)]
    public async Task LargeContract_StandsOnlyWithTheYesOfASecondPerson(string language, int width, bool approve)
    {
        using var pair = await Pair.LogAsync();
        await pair.NegotiateAsync();
        var deal = await pair.RecordAsync(RunningServer.ApprovalThreshold + 1);
        await using var manager = await Visit.BeginAsync(new Manner("zh"), "manager");
        await manager.OpenAsync($"/work/deals/{deal}");
        await Assertions.Expect(manager.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("这份合同由您录入");
        await Assertions.Expect(manager.Page.GetByText("审批通过后才会入账")).ToBeVisibleAsync();
        await Assertions.Expect(manager.Page.GetByRole(AriaRole.Button, new() { Name = "批准", Exact = true })).ToHaveCountAsync(0);

        await using var organiser = await Visit.BeginAsync(new Manner(language, width), "organiser");
        var dialog = organiser.Page.GetByRole(AriaRole.Dialog);
        var (yes, no) = (organiser.Say("批准", "Approve"), organiser.Say("不批准", "Reject"));
        await organiser.OpenAsync($"/work/deals/{deal}");
        await organiser.PictureAsync("deal-to-approve");
        if (approve)
        {
            await organiser.Page.GetByRole(AriaRole.Button, new() { Name = yes, Exact = true }).ClickAsync();
        }
        else
        {
            await organiser.ChooseStepAsync(no);
        }

        await Assertions.Expect(dialog).ToContainTextAsync("1,000,000,001");
        await dialog.GetByRole(AriaRole.Button, new() { Name = approve ? yes : no, Exact = true }).ClickAsync();

        // Whoever recorded it sees it without loading the page anew.
        await Assertions.Expect(manager.Page.Locator("header.head-row")).ToContainTextAsync(approve ? "已签订" : "未批准");
        await Assertions.Expect(manager.Page.Locator(".deals-ledger").GetByText("1,000,000,001.00").First).ToBeVisibleAsync(new() { Visible = approve });
        await manager.OpenAsync($"/work/engagements/{pair.Engagement}");
        await Assertions.Expect(manager.Page.Locator("header.head-row")).ToContainTextAsync(approve ? "已签约" : "谈判中");

        // So much would stand out of every figure that another test looks at; and it is how a mistake of this size is taken back.
        if (approve)
        {
            await organiser.ChooseStepAsync("冲销合同");
            await dialog.GetByLabel("冲销原因").FillAsync("金额录错");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "冲销合同" }).ClickAsync();
            await Assertions.Expect(organiser.Page.Locator("header.head-row")).ToContainTextAsync("已冲销");
            await Assertions.Expect(manager.Page.Locator("header.head-row")).ToContainTextAsync("谈判中");
        }
    }

    [Test]
    public async Task Registration_IsRefusedThenEntered_AndTheContractEndsEarly()
    {
        using var pair = await Pair.LogAsync();
        await pair.NegotiateAsync();
        var deal = await pair.RecordAsync();
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "manager");
        var (page, dialog, state) = (visit.Page, visit.Page.GetByRole(AriaRole.Dialog), visit.Page.Locator("header.head-row"));
        await visit.OpenAsync($"/work/deals/{deal}");

        await visit.ChooseStepAsync("录入不予登记");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "录入不予登记" }).ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("请填写此项");
        await dialog.GetByLabel("不予登记的原因").FillAsync("缺少技术交底书");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "录入不予登记" }).ClickAsync();
        await Assertions.Expect(state).ToContainTextAsync("不予登记");
        await Assertions.Expect(page.GetByText("缺少技术交底书").First).ToBeVisibleAsync();

        var number = $"20261101{Random.Shared.Next(100_000, 1_000_000)}";
        await visit.ChooseStepAsync("录入认定登记");
        await dialog.GetByLabel("合同登记编号").FillAsync(number[..8]);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "录入认定登记" }).ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("请填写 14 位或 16 位数字");
        await dialog.GetByLabel("合同登记编号").FillAsync(number);
        await dialog.GetByLabel("登记机构").FillAsync("北京技术市场");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "录入认定登记" }).ClickAsync();
        await Assertions.Expect(state).ToContainTextAsync("已认定登记");
        await Assertions.Expect(page.Locator(".facts").GetByText(number)).ToBeVisibleAsync();

        await visit.ChooseStepAsync("提前终止");
        await dialog.GetByLabel("终止原因").FillAsync("双方协商一致");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "提前终止" }).ClickAsync();
        await Assertions.Expect(state).ToContainTextAsync("已终止");
        await Assertions.Expect(page.Locator(".facts").GetByText("双方协商一致")).ToBeVisibleAsync();
        await visit.PictureAsync("deal-terminated");
    }

    [Test]
    public async Task Contract_PaidInFull_IsCompleted_AndAnotherIsBroken()
    {
        using var paid = await Pair.LogAsync();
        using var broken = await Pair.LogAsync();
        await paid.NegotiateAsync();
        await broken.NegotiateAsync();
        await using var visit = await Visit.BeginAsync(new Manner("en", 390), "manager");
        var (page, dialog, state) = (visit.Page, visit.Page.GetByRole(AriaRole.Dialog), visit.Page.Locator("header.head-row"));

        // Nothing but the two buttons: what is left and today are there already.
        await visit.OpenAsync($"/work/deals/{await paid.RecordAsync()}");
        await visit.ChooseStepAsync("Record a payment");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Record a payment" }).ClickAsync();
        await Assertions.Expect(page.Locator(".facts").First).ToContainTextAsync("CNY 1,200,000.00 (100 %)");
        await visit.ChooseStepAsync("Record completion");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Record completion" }).ClickAsync();
        await Assertions.Expect(state).ToContainTextAsync("Completed");

        await visit.OpenAsync($"/work/deals/{await broken.RecordAsync()}");
        await visit.ChooseStepAsync("Record a breach");
        await dialog.GetByLabel("What happened").FillAsync("The samples never came");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Record a breach" }).ClickAsync();
        await Assertions.Expect(state).ToContainTextAsync("Breached");
        await Assertions.Expect(page.GetByText("The samples never came").First).ToBeVisibleAsync();
    }
}
