using System.Globalization;
using System.Text.Json;
using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Vectors;

/// <summary>
/// A vector for each term of a corpus, so that texts can be alike without a common word. Immutable: what was learnt when, and from how much, is
/// in the file, and the version is the numbers' fingerprint. Small whole numbers, so that a likeness is the same on every machine.
/// </summary>
public sealed class TermVectors
{
    private const string Format = "techbroker-vectors/1";

    private readonly VectorFile file;
    private readonly Dictionary<string, int> places;
    private readonly sbyte[] numbers;

    internal TermVectors(VectorFile file)
    {
        this.file = file;
        numbers = Array.ConvertAll(file.Numbers, b => unchecked((sbyte)b));
        places = new Dictionary<string, int>(file.Terms.Length, StringComparer.Ordinal);
        for (var i = 0; i < file.Terms.Length; i++)
        {
            places.TryAdd(file.Terms[i], i);
        }
    }

    /// <summary>Goes into the engine version of every match that they took part in.</summary>
    public string Version => file.Version;

    public int Dimensions => file.Dimensions;

    public int Terms => file.Terms.Length;

    /// <summary>The number of listings that they were learnt from.</summary>
    public int Listings => file.Listings;

    /// <exception cref="FormatException">The text is no vector file of this format; the message says what is wrong.</exception>
    public static TermVectors Parse(string json)
    {
        VectorFile file;
        try
        {
            file = JsonSerializer.Deserialize<VectorFile>(json, JsonSerializerOptions.Web) ?? throw new FormatException("A vector file is a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new FormatException(exception.Message, exception);
        }

        return file.Format != Format ? throw new FormatException($"Its format is '{file.Format}', not '{Format}'.")
            : file.Dimensions < 1 || file.Weights.Length != file.Terms.Length || file.Numbers.Length != (long)file.Terms.Length * file.Dimensions
                ? throw new FormatException("The numbers of terms, weights and vectors do not agree.")
            : file.Version != VersionOf(file) ? throw new FormatException($"The numbers were changed after they were learnt: version {file.Version} no longer names them.")
            : new TermVectors(file);
    }

    public string ToJson() => JsonSerializer.Serialize(file, JsonSerializerOptions.Web) + "\n";

    /// <summary>The vector of a text; zeros if none of its terms is known.</summary>
    internal long[] Of(TermBag bag)
    {
        var sum = new long[Dimensions];
        foreach (var term in bag.Terms)
        {
            if (places.TryGetValue(term, out var place))
            {
                var vector = numbers.AsSpan(place * Dimensions, Dimensions);
                for (var i = 0; i < sum.Length; i++)
                {
                    sum[i] += file.Weights[place] * vector[i];
                }
            }
        }

        return sum;
    }

    /// <summary>The cosine, -1 to 1; null where one has no direction.</summary>
    internal static double? Likeness(long[] a, long[] b)
    {
        var (together, ofA, ofB) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            // Whole numbers below 2^26 each, so products are exact and their sum is rounded in one order.
            together += (double)a[i] * b[i];
            ofA += (double)a[i] * a[i];
            ofB += (double)b[i] * b[i];
        }

        return ofA > 0 && ofB > 0 ? together / (Math.Sqrt(ofA) * Math.Sqrt(ofB)) : null;
    }

    /// <param name="learnt">Everything but format and version.</param>
    internal static TermVectors Named(VectorFile learnt)
    {
        var named = learnt with { Format = Format };
        return new TermVectors(named with { Version = VersionOf(named) });
    }

    private static string VersionOf(VectorFile file) => string.Create(
        CultureInfo.InvariantCulture,
        $"{file.LearntOn:yyyyMMdd}-{Fnv.Of(string.Join('\n', file.Terms) + string.Join(',', file.Weights) + Convert.ToBase64String(file.Numbers)):x8}");
}
