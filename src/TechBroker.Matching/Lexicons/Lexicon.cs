using System.Runtime.InteropServices;

// The assembly's own resource, and no file of the machine.
#pragma warning disable RS0030

namespace TechBroker.Matching.Lexicons;

/// <summary>
/// What the dictionaries know: Chinese words with their frequencies, simplified forms, and which Chinese characters and pairs an English stem
/// stands for. Read once, on first use, from the resource that TechBroker.Dictionaries compiles; about 7 MB of plain arrays.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>Steps of a power of two in frequencies and rarities.</summary>
    public const double Steps = 12;

    private static readonly Lazy<Lexicon> Loaded = new(Load);

    private readonly byte[] frequencies;
    private readonly byte[] rarities;
    private readonly char[] simplified;
    private readonly int[] entryOfNode;
    private readonly int[] starts;
    private readonly byte[] stemRarities;
    private readonly char[] firstCharacters;
    private readonly char[] secondCharacters;
    private readonly byte[] weights;

    private Lexicon(System.IO.Stream file)
    {
        Words = new Trie(Array<char>(file), Array<int>(file));
        LogOfAll = One(file);
        frequencies = Array<byte>(file);
        rarities = Array<byte>(file);
        simplified = Simplifications(Array<char>(file), Array<char>(file));
        Stems = new Trie(Array<char>(file), Array<int>(file));
        entryOfNode = Array<int>(file);
        starts = Array<int>(file);
        stemRarities = Array<byte>(file);
        firstCharacters = Array<char>(file);
        secondCharacters = Array<char>(file);
        weights = Array<byte>(file);
    }

    public static Lexicon Shared => Loaded.Value;

    /// <summary>Chinese words, simplified.</summary>
    public Trie Words { get; }

    /// <summary>English stems that have translations.</summary>
    public Trie Stems { get; }

    /// <summary>Binary logarithm, in <see cref="Steps"/>, of the number of words in the corpus that frequencies were counted in.</summary>
    public int LogOfAll { get; }

    /// <summary>1 more than the binary logarithm of a word's frequency, in <see cref="Steps"/>; 0 for a node that is no word.</summary>
    public int LogFrequency(int word) => frequencies[word];

    /// <summary>Binary inverse document frequency in a general corpus, in <see cref="Steps"/>; 0 where it is not known.</summary>
    public int Rarity(int word) => rarities[word];

    public char Simplify(char character) => simplified[character] is var form and not '\0' ? form : character;

    /// <summary>The number of an English stem, or -1.</summary>
    public int FindStem(ReadOnlySpan<char> stem) => Stems.Find(stem) is var node and >= 0 ? entryOfNode[node] : -1;

    /// <summary>How seldom English definitions use a stem, in <see cref="Steps"/> of a power of two.</summary>
    public int StemRarity(int stem) => stemRarities[stem];

    /// <summary>Its translations are those numbered from the first up to, but not with, the last.</summary>
    public (int First, int End) TranslationsOf(int stem) => (starts[stem], starts[stem + 1]);

    /// <summary>A Chinese character, or two in a row; the second is 0 for one.</summary>
    /// <returns>The likeliest translation of a stem weighs 255.</returns>
    public (char First, char Second, byte Weight) Translation(int number) => (firstCharacters[number], secondCharacters[number], weights[number]);

    private static Lexicon Load()
    {
        using var file = typeof(Lexicon).Assembly.GetManifestResourceStream("lexicon.bin")!;
        return new Lexicon(file);
    }

    private static char[] Simplifications(char[] traditional, char[] forms)
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < traditional.Length; i++)
        {
            table[traditional[i]] = forms[i];
        }

        return table;
    }

    private static int One(System.IO.Stream file)
    {
        var value = 0;
        file.ReadExactly(MemoryMarshal.AsBytes(new Span<int>(ref value)));
        return value;
    }

    private static T[] Array<T>(System.IO.Stream file)
        where T : unmanaged
    {
        var items = new T[One(file)];
        file.ReadExactly(MemoryMarshal.AsBytes(items.AsSpan()));
        return items;
    }
}
