namespace TechBroker.Matching.Lexicons;

/// <summary>Words in breadth-first order; a node is a number, 0 the root. Compiled by TechBroker.Dictionaries.</summary>
internal sealed class Trie(char[] letters, int[] firstChild)
{
    public const int Root = 0;

    /// <summary>In place of a node: no word begins so.</summary>
    public const int None = -1;

    // Some ten thousand characters begin a word: one step instead of fourteen, for every character of every text.
    private readonly int[] fromRoot = FromRoot(letters, firstChild);

    public int Count => letters.Length;

    /// <summary>The node that follows by a letter, or <see cref="None"/>.</summary>
    public int Next(int node, char letter)
    {
        if (node == Root)
        {
            return fromRoot[letter];
        }

        var first = firstChild[node];
        var children = letters.AsSpan(first, firstChild[node + 1] - first);
        var at = children.BinarySearch(letter);
        return at < 0 ? None : first + at;
    }

    /// <summary>The node of a whole text, or <see cref="None"/>.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        var node = Root;
        foreach (var letter in text)
        {
            node = Next(node, letter);
            if (node == None)
            {
                return None;
            }
        }

        return node;
    }

    private static int[] FromRoot(char[] letters, int[] firstChild)
    {
        var nodes = new int[char.MaxValue + 1];
        Array.Fill(nodes, None);
        for (var node = firstChild[Root]; node < firstChild[Root + 1]; node++)
        {
            nodes[letters[node]] = node;
        }

        return nodes;
    }
}
