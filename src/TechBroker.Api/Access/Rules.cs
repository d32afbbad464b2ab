using static TechBroker.Domain.People.Role;

namespace TechBroker.Api.Access;

/// <summary>The rules of the market, named after what they let people do. The centre's managers post on behalf of those who come to their desk.</summary>
internal static class Rules
{
    public static readonly Rule AddListing = Rule.Only(Provider, Manager, Organiser, Admin);
    public static readonly Rule ChangeListing = Rule.Owns(Kind.Listing, [Provider, Manager], Organiser, Admin);
    public static readonly Rule MatchesOfListing = Rule.Owns(Kind.Listing, [Provider], Manager, Organiser, Admin);

    public static readonly Rule AddNeed = Rule.Only(Seeker, Manager, Organiser, Admin);
    public static readonly Rule ChangeNeed = Rule.Owns(Kind.Need, [Seeker, Manager], Organiser, Admin);
    public static readonly Rule MatchesOfNeed = Rule.Owns(Kind.Need, [Seeker], Manager, Organiser, Admin);

    /// <summary>Managers log a match; a side asks for one with its own item.</summary>
    public static readonly Rule LogEngagement = Rule.Only(Provider, Seeker, Manager, Organiser, Admin);

    /// <summary>Each side for itself; the people of the centre where no conflict of interest closes the file to them.</summary>
    public static readonly Rule TakePart = Rule.Owns(Kind.Engagement, [Provider, Seeker], Manager, Organiser, Admin);
    public static readonly Rule RunEngagement = Rule.Owns(Kind.Engagement, [], Manager, Organiser, Admin);

    /// <summary>A manager records the contracts of the engagements they run; an organiser any.</summary>
    public static readonly Rule RecordDeal = Rule.Only(Manager, Organiser, Admin);
    public static readonly Rule ReadDeal = Rule.Owns(Kind.Deal, [Provider, Seeker], Manager, Organiser, Admin);

    /// <summary>A second person; that it is another one than who recorded it, the contract itself sees to.</summary>
    public static readonly Rule ApproveDeal = Rule.Owns(Kind.Deal, [], Organiser, Admin);
    public static readonly Rule RunDeal = Rule.Owns(Kind.Deal, [], Manager, Organiser, Admin);

    /// <summary>The files of a contract: its parties upload and read them, too.</summary>
    public static readonly Rule FileEvidence = Rule.Owns(Kind.Deal, [Provider, Seeker], Manager, Organiser, Admin);

    /// <summary>Signings of investments, which are no contracts of technology and no party's own affair.</summary>
    public static readonly Rule RecordInvestment = Rule.Only(Manager, Organiser, Admin);
    public static readonly Rule ReadInvestments = Rule.Only(Manager, Organiser, Admin);

    public static readonly Rule HoldCeremony = Rule.Only(Manager, Organiser, Admin);

    /// <summary>Figures over everybody's contracts; who is in them stays with the centre.</summary>
    public static readonly Rule ReadStatistics = Rule.Only(Manager, Organiser, Admin);

    /// <summary>Who knows what and who is there is for the people of the centre; one's own profile, shifts and absences are one's own.</summary>
    public static readonly Rule ReadManagers = Rule.Only(Manager, Organiser, Admin);
    public static readonly Rule ReadManager = Rule.Owns(Kind.Manager, [], Manager, Organiser, Admin);
    public static readonly Rule ChangeManager = Rule.Owns(Kind.Manager, [Manager], Organiser, Admin);
    public static readonly Rule ChangeShift = Rule.Owns(Kind.Shift, [Manager], Organiser, Admin);
    public static readonly Rule ChangeAbsence = Rule.Owns(Kind.Absence, [Manager], Organiser, Admin);

    /// <summary>Who has both, and the centre's organisers.</summary>
    public static readonly Rule MergeDuplicate = Rule.Owns(Kind.Duplicate, [Provider, Seeker], Organiser, Admin);
    public static readonly Rule ResolveDuplicate = Rule.Owns(Kind.Duplicate, [], Organiser, Admin);

    public static readonly Rule DeclareConflict = Rule.Only(Manager, Organiser, Admin);
    public static readonly Rule WithdrawConflict = Rule.Owns(Kind.Conflict, [Manager, Organiser, Admin]);

    public static readonly Rule AddOrganisation = Rule.Only(Manager, Organiser, Admin);
    public static readonly Rule ChangeOrganisation = Rule.Owns(Kind.Organisation, [], Organiser, Admin);

    public static readonly Rule Import = Rule.Only(Provider, Seeker, Manager, Organiser, Admin);
    public static readonly Rule ReadImport = Rule.Owns(Kind.Import, [Provider, Seeker, Manager], Organiser, Admin);

    /// <summary>For one's own organisation, or for the centre.</summary>
    public static readonly Rule AddWebhook = Rule.Only(Provider, Seeker, Organiser, Admin);
    public static readonly Rule ChangeWebhook = Rule.Owns(Kind.Webhook, [Provider, Seeker], Organiser, Admin);

    public static readonly Rule ManagePeople = Rule.Only(Organiser, Admin);

    /// <summary>A link lets whoever has it in as that person.</summary>
    public static readonly Rule LetPeopleIn = Rule.OnlyInPerson(Organiser, Admin);

    public static readonly Rule ReadAudit = Rule.Only(Organiser, Admin);

    /// <summary>How the service's processes fare; machine names are nobody else's affair.</summary>
    public static readonly Rule ReadProcesses = Rule.Only(Organiser, Admin);

    /// <summary>What keeps the system itself running.</summary>
    public static readonly Rule Operate = Rule.Only(Admin);
}
