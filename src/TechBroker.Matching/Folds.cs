namespace TechBroker.Matching;

/// <summary>Into which part of a cross-validation a need falls: by its id alone, so that it is the same in every file and never in two parts.</summary>
public static class Folds
{
    /// <param name="needId">As it stands in the file.</param>
    /// <param name="count">The number of parts, at least 1.</param>
    /// <returns>0 to <paramref name="count"/> - 1.</returns>
    public static int Of(string needId, int count) => (int)(Fnv.Of(needId) % (uint)count);
}
