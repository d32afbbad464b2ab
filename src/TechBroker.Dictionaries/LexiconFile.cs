namespace TechBroker.Dictionaries;

/// <summary>
/// The compiled dictionaries: arrays one after the other, each with its length before it, little-endian, so that a reader copies them into
/// memory as they are. TechBroker.Matching's Lexicon reads them in this order.
/// </summary>
internal static class LexiconFile
{
    /// <summary>Translations kept of a stem; further ones brought little where it was measured.</summary>
    private const int MostTranslations = 12;

    /// <summary>Steps of a power of two in a frequency or rarity byte.</summary>
    private const double Steps = 12;

    public static void Write(
        BinaryWriter writer,
        IReadOnlyDictionary<string, long> frequencies,
        IReadOnlyDictionary<string, double> rarities,
        IReadOnlyList<Headword> headwords,
        IReadOnlyList<(char Traditional, char Simplified)> traditional)
    {
        WriteWords(writer, frequencies, rarities, headwords);
        WriteEach(writer, traditional, pair => writer.Write((ushort)pair.Traditional));
        WriteEach(writer, traditional, pair => writer.Write((ushort)pair.Simplified));
        WriteStems(writer, new Alignment(headwords, frequencies));
    }

    private static void WriteWords(
        BinaryWriter writer, IReadOnlyDictionary<string, long> frequencies, IReadOnlyDictionary<string, double> rarities, IReadOnlyList<Headword> headwords)
    {
        var words = frequencies.Keys.Concat(rarities.Keys).Concat(headwords.Select(headword => headword.Simplified))
            .Select(word => word.ToLowerInvariant()).Where(IsChinese).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var trie = TrieBuilder.Of(words);
        var frequency = new byte[trie.Letters.Count];
        var rarity = new byte[trie.Letters.Count];
        for (var i = 0; i < words.Count; i++)
        {
            // 0 is no word: the rarest word has 1.
            frequency[trie.NodeOfWord[i]] = Byte((Steps * Math.Log2(frequencies.GetValueOrDefault(words[i], 1))) + 1);
            rarity[trie.NodeOfWord[i]] = Byte(Steps * rarities.GetValueOrDefault(words[i]) / Math.Log(2));
        }

        WriteTrie(writer, trie);
        writer.Write((int)Math.Round(Steps * Math.Log2(frequencies.Values.Sum())));
        WriteEach(writer, frequency, writer.Write);
        WriteEach(writer, rarity, writer.Write);
    }

    private static void WriteStems(BinaryWriter writer, Alignment alignment)
    {
        var stems = alignment.Best(MostTranslations).OrderBy(entry => entry.Stem, StringComparer.Ordinal).ToList();
        var uses = alignment.SensesWithStem();
        var allUses = (double)uses.Values.Sum();
        var trie = TrieBuilder.Of([.. stems.Select(entry => entry.Stem)]);
        var entryOfNode = Enumerable.Repeat(-1, trie.Letters.Count).ToArray();
        var starts = new List<int> { 0 };
        for (var i = 0; i < stems.Count; i++)
        {
            entryOfNode[trie.NodeOfWord[i]] = i;
            starts.Add(starts[i] + stems[i].Translations.Length);
        }

        var translations = stems.SelectMany(entry => entry.Translations).ToList();
        WriteTrie(writer, trie);
        WriteEach(writer, entryOfNode, writer.Write);
        WriteEach(writer, starts, writer.Write);
        WriteEach(writer, stems, entry => writer.Write(Byte(Steps * Math.Log2(allUses / uses[entry.Stem]))));
        WriteEach(writer, translations, entry => writer.Write((ushort)entry.Part[0]));
        WriteEach(writer, translations, entry => writer.Write((ushort)(entry.Part.Length > 1 ? entry.Part[1] : '\0')));
        WriteEach(writer, translations, entry => writer.Write(Byte(Math.Max(1, entry.Weight * 255))));
    }

    private static void WriteTrie(BinaryWriter writer, TrieBuilder trie)
    {
        WriteEach(writer, trie.Letters, letter => writer.Write((ushort)letter));
        WriteEach(writer, trie.FirstChild, writer.Write);
    }

    private static void WriteEach<T>(BinaryWriter writer, IReadOnlyCollection<T> items, Action<T> write)
    {
        writer.Write(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }

    private static bool IsChinese(string word) => word.Length > 0 && !word.AsSpan().ContainsAnyExceptInRange('\u3400', '\u9fff');

    private static byte Byte(double value) => (byte)Math.Clamp((int)Math.Round(value), 0, 255);
}
