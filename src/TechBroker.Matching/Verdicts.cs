namespace TechBroker.Matching;

/// <summary>The codes of what scorers find. Stored with matches: a released code keeps its meaning.</summary>
public static class Verdicts
{
    public const string CommonTerms = "commonTerms";
    public const string NoCommonTerms = "noCommonTerms";
    public const string CorrespondingTerms = "correspondingTerms";

    public const string SameField = "sameField";
    public const string RelatedField = "relatedField";
    public const string OtherField = "otherField";

    public const string Ready = "ready";
    public const string AlmostReady = "almostReady";
    public const string NotReady = "notReady";

    public const string SameModes = "sameModes";
    public const string OtherModes = "otherModes";

    public const string WithinBudget = "withinBudget";
    public const string AboveBudget = "aboveBudget";
    public const string FarAboveBudget = "farAboveBudget";

    public const string SameCity = "sameCity";
    public const string SameProvince = "sameProvince";
    public const string NeighbouringProvince = "neighbouringProvince";
    public const string SameCountry = "sameCountry";
    public const string OtherCountry = "otherCountry";

    public const string Granted = "granted";
    public const string Applied = "applied";
    public const string Unprotected = "unprotected";

    public const string InTime = "inTime";
    public const string Tight = "tight";
    public const string TooLate = "tooLate";

    public const string MeetsDemand = "meetsDemand";
    public const string MeetsSomeDemands = "meetsSomeDemands";
    public const string NearlyMeetsDemand = "nearlyMeetsDemand";
    public const string MissesDemand = "missesDemand";
}
