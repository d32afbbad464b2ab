namespace TechBroker.Domain.Pictures;

/// <summary>What a picture may be, by its content. Never SVG: that is a program.</summary>
public enum PictureFormat
{
    Png,
    Jpeg,
    Webp,
}

/// <summary>How a format is called in HTTP and in file names.</summary>
public static class PictureFormats
{
    public static string MediaType(this PictureFormat format) => $"image/{Codes.Of(format)}";

    public static string Ending(this PictureFormat format) => format is PictureFormat.Jpeg ? ".jpg" : $".{Codes.Of(format)}";
}
