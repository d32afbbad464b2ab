using System.Globalization;
using System.Text;
using Deque.AxeCore.Commons;
using TechBroker.BrowserTests.Support;

namespace TechBroker.BrowserTests;

/// <summary>
/// Every main page as those see it who use it, by axe-core: Chinese and English, light and dark, on a desk and on a phone.
/// Leaves a picture of each and `pages.md`, what axe-core found and what each weighs; a new page joins <see cref="Pages"/>.
/// </summary>
[Parallelizable(ParallelScope.Children)] // They only look; whoever changes something has the server to themselves.
internal sealed class PagesTests
{
    // Heavier than the first page by what a table, a form or a chart needs; pictures that people have put into it weigh what they weigh.
    private const int Budget = 750_000;

    private static readonly Dictionary<string, Seen[]> Pages = new()
    {
        ["visitor"] =
        [
            new("/", "home"), new("/listings?q=电池", "search-listings", "listing"), new("/needs", "search-needs", "need"), new("/showcase", "showcase"),
            new("/publicity", "publicity"),
            new("/sign-in", "sign-in"), new("/forgot-password", "forgot-password"), new("/privacy", "privacy"), new("/nothing", "not-found"),
        ],
        ["provider"] =
        [
            new("/work/listings?state=published", "my-listings", "my-listing"), new("/work/listings/new", "new-listing"), new("/work/imports/new", "import"),
            new("/work/engagements", "side-engagements", "side-engagement"), new("/work/deals", "side-deals"), new("/work/notices", "notices"),
        ],
        ["seeker"] = [new("/work/needs?state=published", "my-needs", "my-need"), new("/work/needs/new", "new-need"), new("/work/imports", "imports")],
        ["manager"] =
        [
            new("/work/day", "day"), new("/work/log", "log"), new("/work/engagements?view=board", "board", "engagement"), new("/work/engagements?view=list", "engagements"),
            new("/work/deals/new", "new-deal"),
        ],
        ["organiser"] =
        [
            new("/work/statistics/flow?period=last-year", "statistics-flow"), new("/work/statistics/value?period=last-year", "statistics-value"), new("/work/statistics/funnel", "statistics-funnel"),
            new("/work/statistics/market", "statistics-market"), new("/work/statistics/managers", "statistics-managers"), new("/work/statistics/investments", "statistics-investments"),
            new("/work/deals", "deals", "deal"), new("/work/ceremonies", "ceremonies"), new("/work/managers", "managers", "manager"), new("/work/managers/roster", "roster"),
            new("/work/duplicates", "duplicates"),
        ],
        ["admin"] =
        [
            new("/work/organisations", "organisations"), new("/work/people", "people"), new("/work/audit", "audit"), new("/work/operations", "operations"),
            new("/work/account", "account"), new("/work/account/security", "security"), new("/work/account/keys", "keys"), new("/work/account/data", "my-data"),
            new("/work/settings", "settings"), new("/work/settings/webhooks", "webhooks"),
        ],
    };

    private static readonly Dictionary<(string Who, string Name), Row> Report = [];

    private static IEnumerable<string> People => Pages.Keys;

    // Every page is seen in both languages, widths and colours; whoever wants the pictures gets the other two manners as well.
    private static IEnumerable<Manner> Manners =>
    [
        new("zh"), new("en", 360, Dark: true), .. Pictures.AreWanted ? [new Manner("en", Dark: true), new Manner("zh", 360)] : Array.Empty<Manner>(),
    ];

    [Test]
    public async Task Pages_HaveNoSeriousFinding([ValueSource(nameof(People))] string who, [ValueSource(nameof(Manners))] Manner manner)
    {
        await using var visit = await ComeAsync(who, manner);
        await visit.KeepNothingAsync();
        await ForEachAsync(visit, who, (path, name) => LookAsync(visit, who, path, name));
    }

    [Test]
    public async Task Pages_OfLongWords_FitAPhone([ValueSource(nameof(People))] string who)
    {
        await using var visit = await ComeAsync(who, new Manner("en", 360));
        await LongWords.WriteAsync(visit);
        using var all = Assert.EnterMultipleScope();
        await ForEachAsync(visit, who, async (path, _) =>
        {
            await visit.OpenAsync(path);
            await visit.FitsAsync();
        });
    }

    [OneTimeTearDown]
    public async Task WriteAsync()
    {
        var text = new StringBuilder("""
            Bytes on the wire with nothing cached (answers compressed, with headers, on a desk, in Chinese), and what axe-core found by the rules of WCAG 2.2 A and AA:
            none of it serious or critical, or else the tests would have failed. "passed" are rules, the fewest of the manners in which it was seen.

            | page | as | kB | answers | passed | minor or moderate |
            |---|---|---:|---:|---:|---|

            """);
        var order = Pages.SelectMany(p => p.Value.SelectMany(s => new[] { (p.Key, s.Name), (p.Key, s.ItemName ?? "") })).ToList();
        foreach (var ((who, name), row) in Report.OrderBy(r => order.IndexOf(r.Key)))
        {
            var found = row.Findings.Count > 0 ? string.Join(", ", row.Findings) : "none";
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {who} | {row.Bytes / 1000m:0} | {row.Answers} | {row.Passed} | {found} |");
        }

        Directory.CreateDirectory(Pictures.Folder);
        await File.WriteAllTextAsync(Path.Combine(Pictures.Folder, "pages.md"), text.ToString());
    }

    private static Task<Visit> ComeAsync(string who, Manner manner) => who == "visitor" ? Visit.BeginAsync(manner) : Visit.BeginAsync(manner, who);

    /// <param name="visit">Theirs.</param>
    /// <param name="who">Of <see cref="Pages"/>.</param>
    /// <param name="look">With a page's address and the name of its picture; opens it.</param>
    private static async Task ForEachAsync(Visit visit, string who, Func<string, string, Task> look)
    {
        foreach (var seen in Pages[who])
        {
            await look(seen.Path, seen.Name);
            if (seen.ItemName is { } item)
            {
                await look(await FirstItemAsync(visit, seen), item);
            }
        }
    }

    private static async Task LookAsync(Visit visit, string who, string path, string name)
    {
        using var scale = new Scale(visit.Page);
        await visit.OpenAsync(path);
        var answers = await scale.ReadAsync();
        var bytes = answers.Sum(a => a.Bytes);
        Assert.That(answers.Where(a => !a.Path.Contains("/picture?", StringComparison.Ordinal)).Sum(a => a.Bytes), Is.LessThan(Budget), $"{path} weighs too much: {string.Join(", ", answers.Take(5))}");

        await visit.PictureAsync(name);
        var found = await visit.IsAccessibleAsync();
        lock (Report)
        {
            if (!Report.TryGetValue((who, name), out var row))
            {
                Report[(who, name)] = row = new Row();
            }

            row.Add(visit.Manner, bytes, answers.Count, found);
        }
    }

    private static async Task<string> FirstItemAsync(Visit visit, Seen list)
    {
        var folder = list.Path.Split('?')[0];
        return await visit.Page.EvaluateAsync<string?>(
            "folder => [...document.querySelectorAll('main a[href]')].map(a => new URL(a.href).pathname).find(p => p.startsWith(folder + '/') && /[/][0-9a-f-]{36}$/.test(p))", folder)
            ?? throw new AssertionException($"{list.Path} leads to nothing.");
    }

    /// <param name="Path">Where it is.</param>
    /// <param name="Name">Of its picture.</param>
    /// <param name="ItemName">Of the picture of the first item that it leads to; null where none is opened.</param>
    private sealed record Seen(string Path, string Name, string? ItemName = null);

    private sealed class Row
    {
        public long Bytes { get; private set; }

        public int Answers { get; private set; }

        public int Passed { get; private set; } = int.MaxValue;

        public SortedSet<string> Findings { get; } = [];

        public void Add(Manner manner, long bytes, int answers, AxeResult found)
        {
            (Bytes, Answers) = manner is { IsDesk: true, Language: "zh" } ? (bytes, answers) : (Bytes, Answers);
            Passed = Math.Min(Passed, found.Passes.Length);
            Findings.UnionWith(found.Violations.Select(v => v.Id));
        }
    }
}
