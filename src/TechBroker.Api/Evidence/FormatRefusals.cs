using TechBroker.Domain;

namespace TechBroker.Api.Evidence;

/// <summary>Why a file is not taken, and what to send instead. Answered as 415.</summary>
internal static class FormatRefusals
{
    private const string Zh = "可上传 PDF、PNG、JPEG、OFD、DOCX、XLSX，以及 UTF-8 编码的 TXT、CSV。";

    private const string En = "PDF, PNG, JPEG, OFD, DOCX, XLSX and TXT or CSV in UTF-8 are taken.";

    public static MarketError Unknown() => Of("file-kind-not-allowed", "文件内容不是可接受的类型（与文件名无关）。请另存为 PDF 后上传。", "What is in the file, whatever its name, is none of the kinds that are taken. Save it as PDF.");

    public static MarketError Archive() => Of("file-kind-not-allowed", "压缩包不能上传，请解压后逐个上传其中的文件。", "Archives are not taken; unpack it and upload the files one by one.");

    public static MarketError OldOffice() => Of(
        "file-kind-not-allowed", "旧版 Office（DOC、XLS、PPT）或加密的 Office 文件不能上传，请另存为 PDF，或去掉密码另存为 DOCX、XLSX。",
        "Files of old Office (DOC, XLS, PPT) and encrypted ones are not taken; save it as PDF, or without a password as DOCX or XLSX.");

    public static MarketError Macros() => Of(
        "file-is-active", "文件中含有宏、控件或可执行程序，不能上传；请另存为不含宏的 DOCX、XLSX 或 PDF。",
        "The file holds macros, controls or programs; save it as PDF, or as DOCX or XLSX without macros.");

    public static MarketError Active() => Of(
        "file-is-active", "网页、SVG、XML、脚本等可被执行或渲染的文件不能上传，请打印为 PDF 后上传。",
        "Web pages, SVG, XML and scripts are not taken; print it to PDF and upload that.");

    public static MarketError NotUtf8() => Of(
        "file-kind-not-allowed", "文件内容不是可接受的类型；如果是文本，请以 UTF-8 编码另存，否则请另存为 PDF。", "What is in the file is none of the kinds that are taken; save a text as UTF-8, anything else as PDF.");

    public static MarketError Damaged() => Of("file-kind-not-allowed", "文件已损坏，无法读取；请重新导出后上传。", "The file is damaged and cannot be read; export it anew.");

    private static MarketError Of(string code, string zh, string en) => new(code, ErrorKind.Rule, new(zh + Zh, $"{en} {En}"));
}
