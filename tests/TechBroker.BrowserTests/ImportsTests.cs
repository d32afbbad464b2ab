using System.Text;
using Microsoft.Playwright;
using TechBroker.BrowserTests.Support;

namespace TechBroker.BrowserTests;

/// <summary>Files of listings and needs: checked, mended, imported.</summary>
internal sealed class ImportsTests
{
    [TestCase("zh", 1440)]
    [TestCase("en", 390)]
    public async Task Import_OfAFileWithErrors_ShowsThemBesideTheirCellsAndImportsTheRest(string language, int width)
    {
        await using var visit = await Visit.BeginAsync(new Manner(language, width), "provider");
        var page = visit.Page;
        var mark = Guid.NewGuid().ToString("N");
        var csv = $"编号,成果名称,技术成熟度,报价（万元）\n{mark}-1,导入甲 {mark},7,120\n{mark}-2,导入乙 {mark},99,120\n{mark}-3,,5,很多\n";
        await visit.OpenAsync("/work/imports/new?kind=listings");
        await visit.PictureAsync("imports-file");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = $"{mark}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });

        var confirm = page.GetByRole(AriaRole.Button, new() { Name = visit.Say("确认导入", "Import"), Exact = true });
        await confirm.WaitForAsync();
        var wrong = page.Locator(".imports-wrong");
        await Assertions.Expect(wrong.Filter(new() { HasText = "99" })).ToHaveCountAsync(1);
        await Assertions.Expect(wrong.Filter(new() { HasText = "很多" })).ToHaveCountAsync(1);
        await visit.SettleAsync();
        await visit.IsAccessibleAsync();
        await visit.PictureAsync("imports-check");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = visit.Say("下载有错误的行", "Download these rows") }).ClickAsync());
        Assert.That(download.SuggestedFilename, Is.EqualTo($"{mark}-rejected.csv"));
        Assert.That(await File.ReadAllTextAsync(await download.PathAsync()), Does.Contain($"{mark}-2").And.Contain($"{mark}-3").And.Not.Contain($"{mark}-1"));

        await confirm.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = visit.Say("查看我的成果", "My results") }).Last.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = visit.Say("再导入一个文件", "Import another file") }).WaitForAsync();
        await visit.PictureAsync("imports-result");
        var found = await page.APIRequest.GetAsync($"/api/v1/listings?externalRef={mark}-1");
        Assert.That(await found.TextAsync(), Does.Contain($"导入甲 {mark}"));

        await visit.OpenAsync("/work/imports");
        await page.GetByRole(AriaRole.Link, new() { Name = $"{mark}.csv" }).First.ClickAsync();
        await page.WaitForURLAsync("**/work/imports/*-*");
        await visit.SettleAsync();
        await Assertions.Expect(wrong.Filter(new() { HasText = "99" })).ToHaveCountAsync(1);
        await visit.PictureAsync("imports-one");
    }

    [Test]
    public async Task Import_OfAFileThatIsNone_SaysWhy()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "seeker");
        await visit.OpenAsync("/work/imports/new");
        await visit.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "x.xlsx", MimeType = "application/octet-stream", Buffer = [1, 2, 3] });

        await Assertions.Expect(visit.Page.GetByText("这个文件没能导入")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "重新选择文件" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("把文件拖到这里")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Template_ChosenAsItWasDownloaded_IsReadAndHoldsNothingYet()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "seeker");
        var page = visit.Page;
        await visit.OpenAsync("/work/imports/new?kind=needs");
        var template = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "下载 Excel 模板" }).ClickAsync());
        Assert.That(template.SuggestedFilename, Is.EqualTo("techbroker-needs.xlsx"));
        var file = new FilePayload { Name = template.SuggestedFilename, MimeType = "application/octet-stream", Buffer = await File.ReadAllBytesAsync(await template.PathAsync()) };
        await page.Locator("input[type=file]").SetInputFilesAsync(file);

        await Assertions.Expect(page.GetByText("文件里没有可以导入的行")).ToBeVisibleAsync();
        await page.GetByText("1 条提醒").ClickAsync();
        await Assertions.Expect(page.GetByText("模板中的示例行")).ToBeVisibleAsync();
    }
}
