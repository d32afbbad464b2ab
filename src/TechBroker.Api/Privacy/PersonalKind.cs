using TechBroker.Domain;
using TechBroker.Storage.Privacy;

namespace TechBroker.Api.Privacy;

/// <summary>A kind of data that tells of people: what it is, why it is held, on what basis, and for how long. GET /privacy and GET /me/data both go by it.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Title">What it is called.</param>
/// <param name="What">What is held.</param>
/// <param name="Purpose">What for.</param>
/// <param name="LegalBasis">Of the Personal Information Protection Law (PIPL), unless another law is named.</param>
/// <param name="Retention">By the numbers that the worker goes by.</param>
internal sealed record PersonalKind(string Code, Text Title, Text What, Text Purpose, Text LegalBasis, Func<PrivacyOptions, Text> Retention)
{
    private static readonly Text Contract = new("为订立、履行合同所必需（个人信息保护法第十三条第一款第二项）", "Needed to conclude and perform a contract (PIPL art. 13 (1) 2)");

    private static readonly Text Duty = new(
        "履行法定义务所必需（个人信息保护法第十三条第一款第三项；网络安全法关于留存网络日志的规定）",
        "Needed for a legal duty (PIPL art. 13 (1) 3; the Cybersecurity Law's duty to keep logs)");

    public static readonly PersonalKind Account = new(
        "account",
        new("账号", "Account"),
        new("姓名、邮箱、角色、口令的散列值、两步验证设置", "Name, e-mail address, roles, a hash of the password, settings of the second factor"),
        new("登录；让一起工作的人知道对方是谁；确定可以查看和操作的内容", "To sign in; so that those who work together know each other; to decide what the person may see and do"),
        Contract,
        _ => new("保存至账号注销；注销时即行抹去，只留一个代号", "Until the account is deleted; then erased at once, and a pseudonym is left"));

    public static readonly PersonalKind Organisation = new(
        "organisation",
        new("所属单位", "Organisation"),
        new("所属单位，是否为该单位的审核人员", "Membership of an organisation, and whether the person is its approver"),
        new("代表单位发布和管理内容；发现利益冲突", "To act for the organisation; to find conflicts of interest"),
        Contract,
        _ => new("保存至变更或账号注销", "Until it changes or the account is deleted"));

    public static readonly PersonalKind Sessions = new(
        "sessions",
        new("登录记录", "Sign-ins"),
        new("登录时间、网络地址、浏览器信息", "Time, network address and browser"),
        new("保护账号安全，使本人能发现他人冒用", "To keep the account safe, and to let the person notice somebody else's use of it"),
        Duty,
        p => new(
            $"网络地址和浏览器信息在最后一次使用后保存 {p.SignInAddressDays} 天；其余在登录结束后保存 {p.EndedSessionDays} 天，其中令牌更换记录 {p.SpentRefreshTokenDays} 天",
            $"Address and browser for {p.SignInAddressDays} days after the last use; the rest for {p.EndedSessionDays} days after the end of the session, traces of exchanged tokens for {p.SpentRefreshTokenDays} days"));

    public static readonly PersonalKind ApiKeys = new(
        "apiKeys",
        new("API 密钥", "API keys"),
        new("密钥的名称、权限、创建和使用时间；密钥本身只存散列值", "Name, scope and times of use; of the key itself a hash only"),
        new("让本人的程序代为操作", "To let the person's programs act for them"),
        Contract,
        _ => new("保存至账号注销", "Until the account is deleted"));

    public static readonly PersonalKind ExternalLogins = new(
        "externalLogins",
        new("外部登录", "Sign-ins elsewhere"),
        new("外部身份提供方及其给出的编号", "The provider and its id for the person"),
        new("用外部身份登录", "To sign in through that provider"),
        Contract,
        _ => new("保存至解除关联或账号注销", "Until it is removed or the account is deleted"));

    public static readonly PersonalKind Links = new(
        "oneTimeLinks",
        new("一次性链接", "One-time links"),
        new("链接的散列值、用途和时间", "A hash of the link, its purpose and times"),
        new("重设密码、首次登录", "To set a new password, to sign in for the first time"),
        Contract,
        p => new($"使用或过期后保存 {p.OneTimeLinkDays} 天", $"For {p.OneTimeLinkDays} days after it was used or expired"));

    public static readonly PersonalKind Postings = new(
        "postings",
        new("发布的成果和需求", "Listings and needs"),
        new("本人发布的成果和需求，包括成果图片（上传时去除拍摄地点等附加信息），由谁发布", "What the person posted, with the pictures of listings (rid of where and with what they were taken), and that they posted it"),
        new("技术供需对接", "To bring those who offer and those who need technology together"),
        Contract,
        p => new(
            $"为单位发布的归单位所有；不属于任何单位的，注销账号时撤回，撤回后只留作审计；图片在被替换、删除或成果撤回后保存 {p.RemovedPictureDays} 天",
            $"What was posted for an organisation is the organisation's; what belongs to none is withdrawn when the account is deleted, and kept for audit only; pictures for {p.RemovedPictureDays} days after they were replaced or removed or the listing was withdrawn"));

    public static readonly PersonalKind Imports = new(
        "imports",
        new("导入的文件", "Imported files"),
        new("本人导入的文件、文件名和其中的错误", "Files that the person imported, their names and what was wrong in them"),
        new("批量发布，并让本人改正错误后重新导入", "To post many things at once, and to let the person mend what was wrong"),
        Contract,
        p => new($"文件和错误在导入结束后保存 {p.ImportFileDays} 天，数量长期保存", $"File and errors for {p.ImportFileDays} days after the import; its counts stay"));

    public static readonly PersonalKind Engagements = new(
        "engagements",
        new("对接与成交", "Engagements and deals"),
        new("本人在对接中所做的每一步及时间；技术合同，包括完成人的姓名和份额", "Each step that the person took, with its time; technology contracts, with the names and shares of those who made the result"),
        new("推进对接；合同登记和统计须可追溯", "To carry engagements forward; registered contracts and figures must be traceable"),
        Contract,
        _ => new(
            "长期保存；账号注销后只以编号记载。合同所载的姓名随合同保存，不因账号注销而改动",
            "For good; by an id only once the account is deleted. Names that stand in a contract are kept with it, whether or not there is an account"));

    public static readonly PersonalKind Conflicts = new(
        "conflicts",
        new("利益冲突申报", "Declared conflicts of interest"),
        new("本人申报的与某单位的利益关系", "Ties to organisations that the person declared"),
        new("避免有利益关系的人经办对接", "To keep people with an interest away from an engagement"),
        Duty,
        _ => new("长期保存；账号注销时抹去说明文字", "For good; the words of it are erased when the account is deleted"));

    public static readonly PersonalKind Disclosures = new(
        "disclosures",
        new("披露记录", "Disclosures"),
        new("保密需求由谁、何时、向谁披露", "To whom a hidden need was opened, by whom and when"),
        new("证明披露都经过同意和引荐", "To show that nothing was disclosed without consent and an introduction"),
        Duty,
        _ => new("长期保存；账号注销后只以编号记载", "For good; by an id only once the account is deleted"));

    public static readonly PersonalKind Notices = new(
        "notices",
        new("通知", "Notices"),
        new("与本人有关的事项的通知、是否已读、邮件是否送达，以及本人的通知设置；不含成果和需求的内容", "What the person was told of, whether it was read and mailed, and how they want to be told; nothing of what listings and needs say"),
        new("让有关的人及时知道进展", "So that those concerned learn in time what happened"),
        Contract,
        p => new(
            $"已读通知在阅读后保存 {p.ReadNoticeDays} 天，未读的保存 {p.UnreadNoticeDays} 天，发送记录保存 {p.DeliveryDays} 天；账号注销时即行抹去",
            $"For {p.ReadNoticeDays} days after it was read, unread {p.UnreadNoticeDays} days, records of mails {p.DeliveryDays} days; erased at once when the account is deleted"));

    public static readonly PersonalKind Audit = new(
        "audit",
        new("审计记录", "Audit record"),
        new("谁在何时从哪个网络地址做了什么；不含姓名和内容", "Who did what, when and from which network address; no names and no contents"),
        new("追查差错和滥用，证明记录未被篡改", "To trace mistakes and misuse, and to show that records were not tampered with"),
        Duty,
        _ => new("长期保存，不能修改或删除；账号注销后其中的编号不再对应任何人的身份信息", "For good, as it can be neither changed nor deleted; once the account is deleted its ids lead to nobody's identity"));

    public static readonly PersonalKind Answers = new(
        "answers",
        new("重复请求的答复", "Answers to repeated requests"),
        new("带 Idempotency-Key 的请求所得的答复", "What was answered to a request with an Idempotency-Key"),
        new("网络中断后重发的请求不会执行两次", "So that a request sent again after a broken connection happens once"),
        Contract,
        p => new($"保存 {p.IdempotentAnswerDays} 天；更正或注销账号时即行抹去", $"For {p.IdempotentAnswerDays} days; erased at once when the account is corrected or deleted"));

    public static readonly IReadOnlyList<PersonalKind> All =
        [Account, Organisation, Sessions, ApiKeys, ExternalLogins, Links, Postings, Imports, Engagements, Conflicts, Disclosures, Notices, Audit, Answers];
}
