using System.Text;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Imports.Support;
using static TechBroker.IntegrationTests.Imports.Support.Uploads;

namespace TechBroker.IntegrationTests.Imports;

internal sealed class TemplateTests : OnOneServer
{
    [TestCase("listings", "zh", "成果名称（必填）", "报价（万元）")]
    [TestCase("listings", "en", "Title (required)", "Asking price (CNY)")]
    [TestCase("needs", "zh", "需求名称（必填）", "预算（万元）")]
    [TestCase("needs", "en", "Title (required)", "Budget (CNY)")]
    public async Task Template_InBothFormats_SpeaksTheLanguageAndImportsAsItIs(string kind, string language, string title, string money)
    {
        var (csv, csvName) = await DownloadAsync($"kind={kind}&format=csv", language);
        var (xlsx, xlsxName) = await DownloadAsync($"kind={kind}", language);

        Assert.Multiple(() =>
        {
            Assert.That((csvName, xlsxName), Is.EqualTo(($"techbroker-{kind}.csv", $"techbroker-{kind}.xlsx")));
            Assert.That(Encoding.UTF8.GetString(csv), Does.StartWith("\uFEFF").And.Contain(title).And.Contain(money));
            Assert.That(Workbook.Texts(xlsx), Does.Contain(title).And.Contain(money));
        });

        foreach (var (file, name) in new[] { (csv, csvName), (xlsx, xlsxName) })
        {
            var job = (await Server.ImportAsync(kind, file, name)).Counts(unchanged: 1);
            Assert.That(job.Errors.Select(e => e.Severity), Is.EqualTo(new[] { "warning" }), "the example is passed over, every heading is known");
        }
    }

    [TestCase("", "kind")]
    [TestCase("?kind=deals", "kind")]
    [TestCase("?kind=needs&format=pdf", "format")]
    [TestCase("?format=xls", "format", "kind")]
    public async Task Template_WrongQuery_NamesEveryParameter(string query, params string[] names) => (await GetAsync($"{ImportsPath}/template{query}")).Breaks(names);

    private async Task<(byte[] File, string Name)> DownloadAsync(string query, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{ImportsPath}/template?{query}");
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await Server.Http.SendAsync(request);
        Assert.That((int)response.StatusCode, Is.EqualTo(200));
        return (await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentDisposition!.FileName!);
    }
}
