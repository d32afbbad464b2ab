namespace TechBroker.Domain.Pictures;

/// <summary>A picture whose structure was read from the first byte to the last, written anew without anything that is not needed to show it.</summary>
/// <param name="Format">By its content.</param>
/// <param name="Width">In pixels, as it is shown.</param>
/// <param name="Height">In pixels, as it is shown.</param>
/// <param name="Content">The file.</param>
public sealed record CleanPicture(PictureFormat Format, int Width, int Height, byte[] Content)
{
    /// <summary>Largest file in bytes.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Pixels. Smaller ones look poor on a stand; larger ones are a burden for a phone that shows twelve of them.</summary>
    public const int LeastSide = 240, MostSide = 8_000, MostPixels = 40_000_000;

    /// <summary>
    /// Metadata are taken out, not refused: every phone writes the place and the device into a photo, and few people know how to remove them. What
    /// stays is the pixels, how they are to be turned, and their colour profile. The pixels themselves are not decoded.
    /// </summary>
    public static Outcome<CleanPicture> Of(byte[] file)
    {
        var found = PngPicture.Is(file) ? PngPicture.Clean(file)
            : JpegPicture.Is(file) ? JpegPicture.Clean(file)
            : WebpPicture.Is(file) ? WebpPicture.Clean(file)
            : PictureErrors.NoPicture();
        return !found.Is(out var picture, out var refused) ? refused
            : Math.Min(picture.Width, picture.Height) < LeastSide ? PictureErrors.TooSmall(picture.Width, picture.Height)
            : Math.Max(picture.Width, picture.Height) > MostSide || (long)picture.Width * picture.Height > MostPixels ? PictureErrors.TooManyPixels(picture.Width, picture.Height)
            : picture;
    }
}
