namespace TechBroker.Matching.Scoring;

/// <summary>The best protected right among an item's.</summary>
internal sealed record Protection(string Right, double Score, string Verdict)
{
    private static readonly string[] Granted = ["granted", "registered", "authorised", "authorized", "valid", "inforce"];
    private static readonly string[] Applied = ["applied", "pending", "filed", "published", "examination", "underexamination"];

    /// <param name="rights"><c>type:status</c>; a right without status counts as applied for.</param>
    public static Protection? Best(IReadOnlyList<string> rights)
    {
        Protection? best = null;
        foreach (var right in rights)
        {
            if (right.Length > 0 && Of(right) is var protection && (best is null || protection.Score > best.Score))
            {
                best = protection;
            }
        }

        return best;
    }

    private static Protection Of(string right)
    {
        var status = right[(right.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        if (Contains(Granted, status))
        {
            return new Protection(right, 1, Verdicts.Granted);
        }

        return status.Length == right.Length || Contains(Applied, status)
            ? new Protection(right, 0.6, Verdicts.Applied)
            : new Protection(right, 0.1, Verdicts.Unprotected);
    }

    private static bool Contains(string[] statuses, string status) =>
        Array.Exists(statuses, known => known.Equals(status, StringComparison.OrdinalIgnoreCase));
}
