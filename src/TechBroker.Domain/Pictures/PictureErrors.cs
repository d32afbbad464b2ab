namespace TechBroker.Domain.Pictures;

/// <summary>Refusals of pictures, each with what to do instead.</summary>
public static class PictureErrors
{
    /// <summary>The kind of file is not accepted: HTTP says 415.</summary>
    public const string NoPictureCode = "picture-format";

    public static MarketError NoPicture() => new(NoPictureCode, ErrorKind.Rule, new(
        "请上传 PNG、JPEG 或 WebP 图片；其他格式（如 SVG、GIF、HEIC）请先另存为 JPEG。",
        "Upload a PNG, JPEG or WebP picture; save other kinds (SVG, GIF, HEIC) as JPEG first."));

    public static MarketError Broken() => new("picture-broken", ErrorKind.Rule, new(
        "图片文件不完整或已损坏，请用看图软件打开后另存，再上传。",
        "The picture's file is incomplete or damaged; open it in a viewer, save it again and upload that."));

    public static MarketError Animated() => new("picture-animated", ErrorKind.Rule, new(
        "不支持动图，请上传一张静态图片。", "It moves; upload a still picture."));

    public static MarketError TooSmall(int width, int height) => new("picture-too-small", ErrorKind.Rule, new(
        $"图片为 {width}×{height} 像素，宽和高均须不少于 {CleanPicture.LeastSide} 像素，请换一张更清晰的。",
        $"The picture has {width}×{height} pixels; each side needs at least {CleanPicture.LeastSide}. Take a larger one."));

    public static MarketError TooManyPixels(int width, int height) => new("picture-too-many-pixels", ErrorKind.Rule, new(
        $"图片为 {width}×{height} 像素，单边最多 {CleanPicture.MostSide:N0} 像素，总计最多 {CleanPicture.MostPixels / 10_000:N0} 万像素，请缩小后上传。",
        $"The picture has {width}×{height} pixels; a side may have {CleanPicture.MostSide:N0} and the whole {CleanPicture.MostPixels / 1_000_000} million. Scale it down."));

    public static MarketError Infected() => new("picture-infected", ErrorKind.Rule, new(
        "病毒扫描发现该文件含有恶意内容，不予保存；请换一张图片。", "The virus scanner found this file to be malicious; it is not kept. Take another picture."));

    public static MarketError Missing(Guid listingId) => new("picture-not-found", ErrorKind.NotFound, new(
        $"成果 {listingId} 没有图片。", $"Listing {listingId} has no picture."));
}
