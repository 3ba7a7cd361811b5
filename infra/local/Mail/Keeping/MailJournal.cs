using System.Text.Json;

namespace ACip.Local.Mail.Keeping;

/// <summary>What happened, line by line, in a file that a killed process leaves readable.</summary>
internal sealed class MailJournal : IDisposable
{
    private readonly Lock gate = new();
    private readonly FileStream? file;

    private MailJournal(FileStream? file) => this.file = file;

    /// <summary>Reads what an earlier process left and goes on writing behind it.</summary>
    /// <exception cref="IOException">Another process writes in that folder.</exception>
    public static (MailJournal Journal, IReadOnlyList<JournalLine> Before) Open(string? folder)
    {
        if (folder is null)
        {
            return (new MailJournal(null), []);
        }

        Directory.CreateDirectory(folder);
        var file = new FileStream(Path.Combine(folder, "mail.jsonl"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            return (new MailJournal(file), Read(file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>All lines in one write, handed to the operating system before it returns.</summary>
    public void Append(params IEnumerable<JournalLine> lines)
    {
        if (file is null)
        {
            return;
        }

        using var buffer = new MemoryStream();
        foreach (JournalLine line in lines)
        {
            JsonSerializer.Serialize(buffer, line, Wire.Json);
            buffer.WriteByte((byte)'\n');
        }

        lock (gate)
        {
            file.Write(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
            file.Flush();
        }
    }

    public void Dispose() => file?.Dispose();

    // a process killed while writing leaves half a line at the end: nobody was answered for it, so it goes
    private static List<JournalLine> Read(FileStream file)
    {
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        ReadOnlySpan<byte> rest = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        var lines = new List<JournalLine>();
        for (int end = rest.IndexOf((byte)'\n'); end >= 0; end = rest.IndexOf((byte)'\n'))
        {
            lines.Add(JsonSerializer.Deserialize<JournalLine>(rest[..end], Wire.Json)!);
            rest = rest[(end + 1)..];
        }

        file.SetLength(copy.Length - rest.Length);
        file.Position = file.Length;
        return lines;
    }
}
