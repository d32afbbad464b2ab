namespace TechBroker.Domain.Evidence;

/// <summary>What a file may be, by its content; whatever is none of these is refused.</summary>
public enum EvidenceFormat
{
    Pdf,
    Png,
    Jpeg,

    /// <summary>GB/T 33190, the national page format of signed documents.</summary>
    Ofd,
    Docx,
    Xlsx,

    /// <summary>Plain UTF-8, CSV too.</summary>
    Text,
}

/// <summary>How a format is called in HTTP and in file names.</summary>
public static class EvidenceFormats
{
    public static string MediaType(this EvidenceFormat format) => format switch
    {
        EvidenceFormat.Pdf => "application/pdf",
        EvidenceFormat.Png => "image/png",
        EvidenceFormat.Jpeg => "image/jpeg",
        EvidenceFormat.Ofd => "application/ofd",
        EvidenceFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        EvidenceFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        EvidenceFormat.Text => "text/plain; charset=utf-8",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    /// <summary>Ends that a name may have, the usual one first.</summary>
    public static IReadOnlyList<string> Endings(this EvidenceFormat format) => format switch
    {
        EvidenceFormat.Pdf => [".pdf"],
        EvidenceFormat.Png => [".png"],
        EvidenceFormat.Jpeg => [".jpg", ".jpeg"],
        EvidenceFormat.Ofd => [".ofd"],
        EvidenceFormat.Docx => [".docx"],
        EvidenceFormat.Xlsx => [".xlsx"],
        EvidenceFormat.Text => [".txt", ".csv"],
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
