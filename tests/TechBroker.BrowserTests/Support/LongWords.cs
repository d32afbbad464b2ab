using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TechBroker.BrowserTests.Support;

/// <summary>A centre whose people leave no spaces: whatever they wrote reaches the page as one word that is wider than a phone.</summary>
internal static class LongWords
{
    private static readonly string Word = string.Concat(Enumerable.Repeat("Supercapacitor", 6));

    // What people type; not codes, which the pages look up.
    private static readonly HashSet<string> Written =
    [
        "actorName", "agenda", "blindSummary", "contractNumber", "description", "desk", "displayName", "email", "employer", "fileName", "investors", "keywords", "lastError",
        "listingTitle", "name", "needTitle", "note", "organisation", "organisationName", "organiserNote", "paymentPlan", "pitchEn", "pitchZh", "place", "problem", "recipient",
        "registrationNumber", "registrationPlace", "summary", "title", "titleEn", "titleZh", "uploadedFor", "url",
    ];

    public static Task WriteAsync(Visit visit) => visit.ChangeAnswersAsync(new Regex("/api/v1/(?!stream)"), Rewrite);

    private static void Rewrite(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var one in array)
            {
                Rewrite(one);
            }
        }
        else if (node is JsonObject shape)
        {
            foreach (var (key, value) in shape.ToList())
            {
                shape[key] = Written.Contains(key) ? Worded(value) : value;
                Rewrite(shape[key]);
            }
        }
    }

    private static JsonNode? Worded(JsonNode? value) => value switch
    {
        JsonValue one when one.GetValueKind() == JsonValueKind.String => Word,
        JsonArray many when many.All(one => one is JsonValue) => new JsonArray([.. many.Select(one => Worded(one?.DeepClone()))]),
        _ => value,
    };
}
