using System.IO.Compression;

namespace ACip.Tests.Unit.ForeignInput;

/// <summary>Workbooks are harmed in a part and packed again: noise in the package itself is found out by its checksum and gets no
/// further.</summary>
internal static class PackageParts
{
    /// <summary>An input is the number of a part, one byte, and what is to stand in it.</summary>
    public static ForeignReader ReaderOf(byte[] file, IReadOnlyList<string> words, Action<byte[]> read)
    {
        (string Name, byte[] Content)[] parts = [.. Parts(file)];
        return new ForeignReader(
            [.. parts.Select((part, number) => (byte[])[(byte)number, .. part.Content])],
            words,
            input =>
            {
                if (input.Length > 0)
                {
                    read(With(parts, input[0] % parts.Length, input.AsSpan(1)));
                }
            }
        );
    }

    private static IEnumerable<(string Name, byte[] Content)> Parts(byte[] file)
    {
        using var package = new ZipArchive(new MemoryStream(file));
        foreach (ZipArchiveEntry entry in package.Entries)
        {
            using Stream part = entry.Open();
            using var content = new MemoryStream();
            part.CopyTo(content);
            yield return (entry.FullName, content.ToArray());
        }
    }

    private static byte[] With((string Name, byte[] Content)[] parts, int number, ReadOnlySpan<byte> instead)
    {
        using var result = new MemoryStream();
        using (var package = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (int at = 0; at < parts.Length; at++)
            {
                using Stream part = package.CreateEntry(parts[at].Name, CompressionLevel.NoCompression).Open();
                part.Write(at == number ? instead : parts[at].Content);
            }
        }

        return result.ToArray();
    }
}
