namespace TechBroker.Domain.Deals;

/// <summary>
/// signed → registered | refused → performing → completed | breached | terminated; a large one waits for a second person first. What stands can
/// be reversed, never edited.
/// </summary>
public enum DealState
{
    /// <summary>Waits for a second person; not in force and in no figure.</summary>
    PendingApproval,
    Rejected,
    Signed,
    Registered,
    Refused,
    Performing,
    Completed,
    Breached,
    Terminated,
    Reversed,
}

public enum DealAction
{
    Record,
    Approve,
    Reject,
    Register,

    /// <summary>The registration office refuses the contract; a corrected application may follow.</summary>
    Refuse,
    Pay,

    /// <summary>A payment was recorded in error.</summary>
    ReversePayment,
    Complete,
    Breach,
    Terminate,

    /// <summary>The whole contract was recorded in error.</summary>
    Reverse,
}

/// <summary>The vocabulary contract-types has their names.</summary>
public enum ContractType
{
    Development,
    Transfer,
    Licence,
    Consulting,
    Service,
}

public enum PaymentPlan
{
    Once,
    Instalments,
    Royalty,
    EntryFeePlusRoyalty,
}

/// <summary>Kinds of organisation, and a person who signs for themselves.</summary>
public enum DealPartyKind
{
    University,
    Institute,
    Enterprise,
    Fund,
    Park,
    Agency,
    Consortium,
    Individual,
}

public enum DealSide
{
    Seller,
    Buyer,
}
