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

        await MenuAsync(visit, visit.Say("登记到款", "Record a payment"));
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

    private static async Task MenuAsync(Visit visit, string step)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new(visit.Say("^更多", "^More")) }).First.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = step }).ClickAsync();
    }
}
