using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using TechBroker.Domain;
using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Deals;
using TechBroker.Domain.Duplicates;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;

namespace TechBroker.UnitTests.DomainRules;

/// <summary>Refusals speak of things as the pages do.</summary>
internal sealed partial class ChineseNamesTests
{
    [Test]
    public void EachStateStepAndConflict_HasOne()
    {
        Assert.Multiple(() =>
        {
            HasAll<ListingState>();
            HasAll<ListingAction>();
            HasAll<NeedState>();
            HasAll<NeedAction>();
            HasAll<EngagementState>();
            HasAll<EngagementAction>();
            HasAll<MeetingState>();
            HasAll<DealState>();
            HasAll<DealAction>();
            HasAll<DuplicateState>();
            HasAll<ConflictKind>();
        });
    }

    [Test]
    public void EachState_IsCalledAsOnThePages()
    {
        var pages = PageTexts();
        Assert.Multiple(() =>
        {
            IsCalled<ListingState>(pages, "owner.state.");
            IsCalled<NeedState>(pages, "owner.state.");
            IsCalled<EngagementState>(pages, "engagement.state.");
            IsCalled<MeetingState>(pages, "engagement.meeting.state.");
            IsCalled<DealState>(pages, "deal.state.");
            IsCalled<DuplicateState>(pages, "duplicate.state.", except: DuplicateState.Obsolete);
            IsCalled<ConflictKind>(pages, "engagement.conflict.");
        });
    }

    private static void HasAll<T>()
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            Assert.That(() => ChineseNames.Of(value), Does.Match(@"^\p{IsCJKUnifiedIdeographs}+$"), $"{typeof(T).Name}.{value}");
        }
    }

    private static void IsCalled<T>(Dictionary<string, string> pages, string key, T? except = null)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>().Where(v => !Equals(v, except)))
        {
            Assert.That(pages.GetValueOrDefault(key + Codes.Of(value)), Is.EqualTo(ChineseNames.Of(value)), $"{typeof(T).Name}.{value}");
        }
    }

    private static Dictionary<string, string> PageTexts()
    {
        var folder = Path.Combine(Here(), "../../../src/TechBroker.Web/src/i18n/zh");
        return Directory.EnumerateFiles(folder, "*.ts").SelectMany(file => Line().Matches(File.ReadAllText(file))).ToDictionary(m => m.Groups["key"].Value, m => m.Groups["text"].Value);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex("^  '(?<key>[^']+)': '(?<text>[^']*)',$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
