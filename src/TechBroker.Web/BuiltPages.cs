using System.Collections.Frozen;
using System.Reflection;

namespace TechBroker.Web;

/// <summary>The built pages by their path below dist/, such as <c>index.html</c> and <c>assets/NAME-HASH.js</c>; they are part of this assembly.</summary>
public static class BuiltPages
{
    /// <summary>Stands in index.html wherever each answer needs a new value; vite.config.ts has the same.</summary>
    public const string NoncePlace = "CSP_NONCE";

    private static readonly Assembly Here = typeof(BuiltPages).Assembly;
    private static readonly FrozenSet<string> Names = Here.GetManifestResourceNames().ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<string> All => Names;

    public static bool Has(string path) => Names.Contains(path);

    /// <exception cref="FileNotFoundException">No such file was built.</exception>
    public static Stream Open(string path) => Here.GetManifestResourceStream(path) ?? throw new FileNotFoundException($"{path} is no part of the built pages.", path);

    /// <exception cref="FileNotFoundException">No such file was built.</exception>
    public static string ReadText(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd();
    }
}
