namespace TechBroker.Domain.Evidence;

/// <summary>Refusals of evidence, each with what to do instead.</summary>
public static class EvidenceErrors
{
    public static MarketError Twice(Guid id) => new("evidence-already-there", ErrorKind.Conflict, new(
        $"该合同下已有内容完全相同的文件（{id}），无需重复上传。", $"The deal already has this very file ({id}); there is nothing to add."));

    public static MarketError TooMany(int most) => new("evidence-too-many", ErrorKind.Conflict, new(
        $"该合同的文件已达 {most} 个上限；请先撤回不再需要的文件。", $"The deal has {most} files, which is the most; withdraw one that is not needed any more."));

    public static MarketError Withdrawn() => new("evidence-withdrawn", ErrorKind.Conflict, new(
        "该文件已撤回；如仍需要，请重新上传。", "This file was withdrawn; upload it again if it is needed."));

    public static MarketError NotYours() => new("evidence-not-yours", ErrorKind.Forbidden, new(
        "只能撤回本方上传的文件；其他文件请联系技术经理人处理。", "You withdraw what your own side uploaded; ask the manager about the others."));

    public static MarketError Infected() => new("evidence-infected", ErrorKind.Rule, new(
        "病毒扫描发现该文件含有恶意内容，不予保存或下载；请在干净的电脑上重新导出文件后再上传。",
        "The virus scanner found this file to be malicious; it is neither kept nor handed out. Export it anew on a clean machine and upload that."));

    public static MarketError InConflict() => new("conflict-of-interest", ErrorKind.Forbidden, new(
        "您与合同一方存在利益冲突，须回避，不能查看或处理合同文件；请交由没有利益冲突的同事办理。",
        "You have a conflict of interest with a party of this contract and handle none of its files; leave them to a colleague who has none."));
}
