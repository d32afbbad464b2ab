using System.Runtime.InteropServices;

namespace TechBroker.Dictionaries;

/// <summary>
/// Which Chinese characters and character pairs stand for an English stem, learnt from the dictionary itself: each sense of a headword is a tiny
/// pair of sentences, and IBM Model 1 (Brown et al., "The mathematics of statistical machine translation", 1993) finds out which part of the
/// headword goes with which word of the sense. So <c>enzyme</c> finds 酶 from a hundred compounds, and compounds that the dictionary
/// does not have are found by their parts.
/// </summary>
internal sealed class Alignment
{
    private const int Rounds = 5;

    /// <summary>Longer senses explain rather than translate.</summary>
    private const int LongestSense = 6;

    /// <summary>A part of a headword that no word of the sense explains (的, measure words) goes to nobody.</summary>
    private const float Nobody = 0.00002f;

    private const float Negligible = 1e-5f;

    private readonly Numbering stems = new();
    private readonly Numbering parts = new();
    private readonly List<Sense> senses = [];

    // Every stem and part that stand in a sense together have a place; its two numbers tell which they are.
    private readonly Dictionary<long, int> placeOf = [];
    private readonly List<(int Stem, int Part)> places = [];
    private float[] probabilities = [];

    /// <param name="headwords">The dictionary.</param>
    /// <param name="frequencies">How often Chinese words are used: a sense of a frequent word is the likelier translation.</param>
    public Alignment(IEnumerable<Headword> headwords, IReadOnlyDictionary<string, long> frequencies)
    {
        foreach (var headword in headwords)
        {
            if (headword.Simplified.AsSpan().ContainsAnyExceptInRange('\u3400', '\u9fff'))
            {
                continue;
            }

            var partsOfWord = PartsOf(headword.Simplified).Distinct().Select(parts.Of).ToArray();
            var weight = (float)(Math.Sqrt(Math.Sqrt(frequencies.GetValueOrDefault(headword.Simplified, 1))) / headword.Senses.Count);
            foreach (var sense in headword.Senses)
            {
                var stemsOfSense = GlossStems.Of(sense).Distinct().Select(stems.Of).ToArray();
                if (stemsOfSense.Length is > 0 and <= LongestSense)
                {
                    senses.Add(new Sense(stemsOfSense, PlacesOf(stemsOfSense, partsOfWord), weight));
                }
            }
        }

        for (var round = 0; round < Rounds; round++)
        {
            probabilities = Reestimated(first: round == 0);
        }
    }

    /// <summary>For each stem the likeliest parts, at most so many, with the square root of their share of the likeliest.</summary>
    public IEnumerable<(string Stem, (string Part, double Weight)[] Translations)> Best(int most) => places
        .Zip(probabilities, (place, probability) => (place.Stem, place.Part, Probability: probability))
        .Where(entry => entry.Probability > 0)
        .GroupBy(entry => entry.Stem, entry => (Part: parts[entry.Part], entry.Probability))
        .Select(ofStem => (stems[ofStem.Key], Strongest(ofStem, most)));

    /// <summary>In how many senses of all a stem stands: what is in thousands (make, person, state) tells little.</summary>
    public Dictionary<string, int> SensesWithStem() =>
        senses.SelectMany(sense => sense.Stems).CountBy(stem => stem).ToDictionary(entry => stems[entry.Key], entry => entry.Value, StringComparer.Ordinal);

    private static (string Part, double Weight)[] Strongest(IEnumerable<(string Part, float Probability)> entries, int most)
    {
        var falling = entries.OrderByDescending(entry => entry.Probability).ThenBy(entry => entry.Part, StringComparer.Ordinal).Take(most).ToArray();
        return Array.ConvertAll(falling, entry => (entry.Part, Math.Sqrt(entry.Probability / falling[0].Probability)));
    }

    private static IEnumerable<string> PartsOf(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            yield return word.Substring(i, 1);
            if (i + 1 < word.Length)
            {
                yield return word.Substring(i, 2);
            }
        }
    }

    /// <summary>Part by part, and for each part stem by stem.</summary>
    private int[] PlacesOf(int[] stemsOfSense, int[] partsOfWord)
    {
        var found = new int[stemsOfSense.Length * partsOfWord.Length];
        for (var i = 0; i < found.Length; i++)
        {
            var (stem, part) = (stemsOfSense[i % stemsOfSense.Length], partsOfWord[i / stemsOfSense.Length]);
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(placeOf, (stem * 1_000_003L) + part, out var known);
            if (!known)
            {
                place = places.Count;
                places.Add((stem, part));
            }

            found[i] = place;
        }

        return found;
    }

    private float[] Reestimated(bool first)
    {
        var expected = new float[places.Count];
        var ofStem = new double[stems.Count];
        foreach (var sense in senses)
        {
            for (var from = 0; from < sense.Places.Length; from += sense.Stems.Length)
            {
                var ofPart = sense.Places.AsSpan(from, sense.Stems.Length);
                var sum = first ? 0.2f : Nobody;
                foreach (var place in ofPart)
                {
                    sum += first ? 1 : probabilities[place];
                }

                for (var i = 0; i < ofPart.Length; i++)
                {
                    var share = sense.Weight * (first ? 1 : probabilities[ofPart[i]]) / sum;
                    if (share >= Negligible)
                    {
                        expected[ofPart[i]] += share;
                        ofStem[sense.Stems[i]] += share;
                    }
                }
            }
        }

        for (var place = 0; place < expected.Length; place++)
        {
            expected[place] = expected[place] > 0 ? (float)(expected[place] / ofStem[places[place].Stem]) : 0;
        }

        return expected;
    }

    private sealed record Sense(int[] Stems, int[] Places, float Weight);

    private sealed class Numbering
    {
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        private readonly List<string> names = [];

        public int Count => names.Count;

        public string this[int number] => names[number];

        public int Of(string name)
        {
            if (!numbers.TryGetValue(name, out var number))
            {
                number = names.Count;
                numbers.Add(name, number);
                names.Add(name);
            }

            return number;
        }
    }
}
