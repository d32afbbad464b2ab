using System.Reflection;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Matching;
using TechBroker.Storage.Sql;

namespace TechBroker.UnitTests.Structure;

/// <summary>Who may know whom. A new arrow is a decision, so it has to be made here.</summary>
internal sealed class ReferenceTests
{
    private static readonly Dictionary<Assembly, string[]> Allowed = new()
    {
        [typeof(Money).Assembly] = [],
        [typeof(MoneyBody).Assembly] = [],
        [typeof(MarketIndex).Assembly] = [],
        [typeof(Database).Assembly] = ["TechBroker.Domain", "TechBroker.Contracts", "TechBroker.Matching"],
        [typeof(Api.ApiServices).Assembly] = ["TechBroker.Domain", "TechBroker.Contracts", "TechBroker.Matching", "TechBroker.Storage", "TechBroker.Web"],
        [typeof(Web.BuiltPages).Assembly] = [],
        [typeof(Workers.WorkerServices).Assembly] = ["TechBroker.Domain", "TechBroker.Contracts", "TechBroker.Matching", "TechBroker.Storage", "MassTransit", "MassTransit.Abstractions", "MassTransit.RabbitMqTransport", "RabbitMQ.Client"],
    };

    private static readonly string[] Guarded = ["TechBroker", "MassTransit", "RabbitMQ", "Dapper", "Microsoft.Data", "Microsoft.AspNetCore"];

    private static IEnumerable<Assembly> Assemblies => Allowed.Keys;

    [TestCaseSource(nameof(Assemblies))]
    public void Project_OfEachLayer_ReferencesOnlyWhatItMay(Assembly assembly)
    {
        var references = assembly.GetReferencedAssemblies().Select(r => r.Name!)
            .Where(n => Guarded.Any(g => n == g || n.StartsWith(g + ".", StringComparison.Ordinal)));
        string[] technical = assembly.GetName().Name switch
        {
            "TechBroker.Storage" => ["Dapper", "Microsoft.Data.Sqlite", "Microsoft.Data.SqlClient"],
            "TechBroker.Api" => [.. references.Where(r => r.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))],
            _ => [],
        };
        Assert.That(references, Is.SubsetOf(Allowed[assembly].Concat(technical)));
    }

    [Test]
    public void Storage_OfTheMatchingProject_UsesOnlyFeedAndStores()
    {
        // Only the feed keeps an index; nothing else in Storage may rank.
        var users = typeof(Database).Assembly.GetTypes()
            .Where(t => t.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Any(f => f.FieldType == typeof(MarketIndex)))
            .Select(t => t.Name);
        Assert.That(users, Is.EqualTo(new[] { "MarketFeed" }));
    }
}
