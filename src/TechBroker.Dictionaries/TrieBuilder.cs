namespace TechBroker.Dictionaries;

/// <summary>
/// Words as a trie in breadth-first order: the children of a node stand side by side, rising by letter, so that a node needs no more than
/// its letter and where its children begin.
/// </summary>
internal sealed class TrieBuilder
{
    private TrieBuilder(List<char> letters, List<int> firstChild, int[] nodeOfWord) =>
        (Letters, FirstChild, NodeOfWord) = (letters, firstChild, nodeOfWord);

    /// <summary>By node; the root, node 0, has none.</summary>
    public List<char> Letters { get; }

    /// <summary>By node, and one more: the children of node n are FirstChild[n] to FirstChild[n + 1] - 1.</summary>
    public List<int> FirstChild { get; }

    /// <summary>The node at which each word ends.</summary>
    public int[] NodeOfWord { get; }

    /// <param name="words">Distinct and in ordinal order.</param>
    public static TrieBuilder Of(IReadOnlyList<string> words)
    {
        var letters = new List<char> { '\0' };
        var firstChild = new List<int>();
        var nodeOfWord = new int[words.Count];
        var open = new Queue<(int From, int To, int Depth)>();
        open.Enqueue((0, words.Count, 0));
        for (var node = 0; open.TryDequeue(out var range); node++)
        {
            firstChild.Add(letters.Count);
            var (from, to, depth) = range;
            if (from < to && words[from].Length == depth)
            {
                nodeOfWord[from++] = node;
            }

            while (from < to)
            {
                var letter = words[from][depth];
                var end = from;
                while (end < to && words[end][depth] == letter)
                {
                    end++;
                }

                letters.Add(letter);
                open.Enqueue((from, end, depth + 1));
                from = end;
            }
        }

        firstChild.Add(letters.Count);
        return new TrieBuilder(letters, firstChild, nodeOfWord);
    }
}
