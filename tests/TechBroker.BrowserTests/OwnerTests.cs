using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TechBroker.BrowserTests.Support;

namespace TechBroker.BrowserTests;

/// <summary>A transfer officer and an engineer look after what they offer and look for.</summary>
internal sealed class OwnerTests
{
    private const string Text = "含氟废水经双极膜电渗析分离，回收氟化氢并循环使用，出水氟离子浓度低于 1 mg/L，吨水电耗低于 8 kWh，已在中试线连续运行六个月。";

    [Test]
    public async Task Officer_WithADraft_PublishesTakesBackFindsAndIsAnswered()
    {
        var mark = NewMark();
        await using var officer = await Visit.BeginAsync(new Manner("zh"), "provider");
        await using var engineer = await Visit.BeginAsync(new Manner("en", 390), "seeker");
        var listing = (await officer.PostAsync("listings", new { title = $"双极膜电渗析处理含氟废水 {mark}", description = Text })).Text("id");
        var need = (await engineer.PostAsync("needs", new { title = $"含氟废水的双极膜电渗析处理 {mark}", description = Text, publish = true })).Text("id");
        var page = officer.Page;

        await officer.OpenAsync($"/work/listings?q={mark}");
        var row = page.GetByRole(AriaRole.Row, new() { NameRegex = new(mark) });
        await Assertions.Expect(row).ToContainTextAsync("草稿");
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("发\\s?布") }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("已发布");
        await page.GetByRole(AriaRole.Button, new() { Name = "先暂停" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("已暂停");

        await page.GetByRole(AriaRole.Radiogroup).GetByText("草稿").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("state=draft"));
        await Assertions.Expect(row).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Radiogroup).GetByText("已暂停").ClickAsync();
        await row.GetByRole(AriaRole.Link, new() { NameRegex = new(mark) }).ClickAsync();

        // What is missing is said, and leads to the form.
        await page.WaitForURLAsync($"**/work/listings/{listing}");
        await Assertions.Expect(page.GetByText("一两句摘要")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "去补充" })).ToHaveAttributeAsync("href", $"/work/listings/{listing}/edit");
        await page.GetByRole(AriaRole.Button, new() { Name = "恢复发布" }).First.ClickAsync();

        var match = page.GetByRole(AriaRole.Article).Filter(new() { HasText = mark });
        await Assertions.Expect(match).ToContainTextAsync("内容");
        await officer.SettleAsync();
        await officer.PictureAsync("owner-listing");
        await match.GetByRole(AriaRole.Button, new() { NameRegex = new("^有意向") }).ClickAsync();
        await Assertions.Expect(match).ToContainTextAsync("等对方回应");
        await Assertions.Expect(match.GetByRole(AriaRole.Link, new() { NameRegex = new("^查看对接") })).ToBeVisibleAsync();

        // The engineer, on a phone, reads of the interest and says no.
        var phone = engineer.Page;
        await engineer.OpenAsync($"/work/needs/{need}");
        var answer = phone.GetByRole(AriaRole.Article).Filter(new() { HasText = mark });
        await Assertions.Expect(answer).ToContainTextAsync("The other side is interested");
        await engineer.PictureAsync("owner-need");
        await answer.GetByRole(AriaRole.Button, new() { NameRegex = new("^Not for us") }).ClickAsync();
        var dialog = phone.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Decline" }).ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("Choose a reason");
        await dialog.GetByLabel("Reason").FillAsync("Timing");
        await phone.Keyboard.PressAsync("Enter");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Decline" }).ClickAsync();
        await Assertions.Expect(answer).ToContainTextAsync("Reason: Timing");
    }

    [Test]
    public async Task Selection_PublishedAndSuspended_ReportsWhatFailed()
    {
        var mark = NewMark();
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "provider");
        var page = visit.Page;
        var ids = new List<string>();
        foreach (var n in new[] { "甲", "乙", "丙" })
        {
            ids.Add((await visit.PostAsync("listings", new { title = $"批量{n} {mark}", description = Text })).Text("id"));
        }

        await visit.OpenAsync($"/work/listings?q={mark}");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "全选" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "发布（3）" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("完成 3 项");
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^完\\s?成$") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "已发布" })).ToHaveCountAsync(3);

        // Somebody else takes one away after it was selected.
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "全选" }).CheckAsync();
        await visit.PostAsync($"listings/{ids[1]}/suspend", new { });
        await page.GetByRole(AriaRole.Button, new() { Name = "暂停（3）" }).ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("完成 2 项");
        await Assertions.Expect(dialog).ToContainTextAsync($"批量乙 {mark}");
        await visit.PictureAsync("owner-bulk");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "撤销：恢复发布 2 项" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "撤销：暂停 2 项" })).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^完\\s?成$") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "已发布" })).ToHaveCountAsync(2);
    }

    [Test]
    public async Task BlindNeed_WhoseOwnerIsInterested_ShowsTheOfficerWhatItMay()
    {
        var mark = NewMark();
        await using var engineer = await Visit.BeginAsync(new Manner("zh"), "seeker");
        await using var officer = await Visit.BeginAsync(new Manner("zh", 390), "provider");
        var listing = (await officer.PostAsync("listings", new { title = $"匿名对接用成果 {mark}", description = Text, publish = true })).Text("id");
        var need = (await engineer.PostAsync("needs", new { title = $"不可外传 {mark}", description = Text, visibility = "blind", blindSummary = $"工业废水资源化 {mark}", publish = true })).Text("id");
        await engineer.PostAsync("engagements", new { listingId = listing, needId = need });

        await officer.OpenAsync($"/work/listings/{listing}");
        var card = officer.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = $"工业废水资源化 {mark}" });
        await Assertions.Expect(card).ToContainTextAsync("匿名需求");
        await Assertions.Expect(card).ToContainTextAsync("待您表态");
        await officer.SettleAsync();
        await officer.PictureAsync("owner-blind");
        Assert.That(await officer.Page.ContentAsync(), Does.Not.Contain("不可外传"));
    }

    [Test]
    public async Task WhyNot_ByAddressOrTitle_SaysWhereAPairStands()
    {
        var mark = NewMark();
        await using var engineer = await Visit.BeginAsync(new Manner("en"), "seeker");
        var page = engineer.Page;
        var need = (await engineer.PostAsync("needs", new { title = $"Bipolar membranes {mark}", description = Text, publish = true })).Text("id");
        await engineer.OpenAsync("/listings");
        var other = await page.Locator("article h3 a").First.GetAttributeAsync("href");

        await engineer.OpenAsync($"/work/needs/{need}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Why not that result?" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Searchbox).FillAsync($"https://techbroker.example{other}");
        await Assertions.Expect(dialog).ToContainTextAsync(new Regex("It ranks|not ranked"));
        await dialog.GetByRole(AriaRole.Searchbox).FillAsync("电池");
        await dialog.GetByRole(AriaRole.List, new() { Name = "Found" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync(new Regex("It ranks|not ranked"));
        await engineer.PictureAsync("owner-why");
    }

    [Test]
    public async Task Organiser_SeesEverybodysWithTheirOrganisations()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"), "organiser");
        await visit.OpenAsync("/work/listings");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("全部成果");
        await Assertions.Expect(visit.Page.Locator(".owner-title small").First).Not.ToBeEmptyAsync();
        await visit.PictureAsync("owner-listings-organiser");
    }

    [Test]
    public async Task Listing_WhoseOfficeApproves_IsReturnedAndThenPublishedByIt()
    {
        var mark = NewMark();
        using var admin = await Someone.OfDemoAsync("admin");
        var office = (await admin.PostAsync("organisations", new { name = $"审批学院 {mark}", kind = "university", regionCode = "110000", approvesListings = true })).Text("id");
        using var inventor = await Someone.NewAsync(new { displayName = "发明人", roles = new[] { "provider" }, organisationId = office });
        using var approver = await Someone.NewAsync(new { displayName = "转化办", roles = new[] { "provider" }, organisationId = office, approver = true });
        var listing = (await inventor.PostAsync("listings", new { title = $"待审成果 {mark}", description = Text })).Text("id");
        await using var author = await Visit.BeginAsync(new Manner("zh", 390), inventor);
        await author.OpenAsync($"/work/listings/{listing}");
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).First.ClickAsync();
        await Assertions.Expect(author.Page.GetByText("等待本单位审核人员处理")).ToBeVisibleAsync();

        await using var reader = await Visit.BeginAsync(new Manner("zh"), approver);
        var dialog = reader.Page.GetByRole(AriaRole.Dialog);
        await reader.OpenAsync("/work/listings");
        await reader.Page.GetByRole(AriaRole.Row, new() { NameRegex = new(mark) }).GetByRole(AriaRole.Link, new() { Name = "审核" }).ClickAsync();
        await Assertions.Expect(reader.Page.GetByText("等您审核")).ToBeVisibleAsync();
        await reader.SettleAsync();
        await reader.PictureAsync("owner-review");
        await reader.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^更多操作") }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Menuitem, new() { Name = "退回修改" }).ClickAsync();
        await dialog.GetByLabel("需要修改什么").FillAsync("请补充专利号");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "退回修改" }).ClickAsync();

        // The author reads it without loading the page anew, and submits again.
        await Assertions.Expect(author.Page.GetByText("审核退回：请补充专利号")).ToBeVisibleAsync();
        await author.PictureAsync("owner-returned");
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).First.ClickAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "通过并发布" }).First.ClickAsync();
        await using var visitor = await Visit.BeginAsync(new Manner("zh"));
        await Assertions.Expect(author.Page.GetByText("已发布").First).ToBeVisibleAsync();
        await visitor.OpenAsync($"/listings/{listing}");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(mark);
    }

    private static string NewMark() => $"m{Guid.NewGuid():N}"[..10];
}
