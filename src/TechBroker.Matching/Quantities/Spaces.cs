namespace TechBroker.Matching.Quantities;

internal static class Spaces
{
    /// <returns>The next place that holds no space.</returns>
    public static int Skip(string key, int position)
    {
        while (position < key.Length && key[position] == ' ')
        {
            position++;
        }

        return position;
    }
}
