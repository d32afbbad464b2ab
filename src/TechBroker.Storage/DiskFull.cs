namespace TechBroker.Storage;

/// <summary>Tells a file system without room from other faults of files.</summary>
public static class DiskFull
{
    // ENOSPC and EDQUOT on Linux, EFBIG where a file may grow no more; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL on Windows.
    public static bool Is(Exception e) => e is IOException && ((e.HResult & 0xFFFF) is 28 or 122 or 27 or 39 or 112);
}
