using System.Text;
using ACip.Workflows.Messaging.Mime;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>Cuts the body of a posted form into its parts.</summary>
/// <remarks>
/// Our own and neither ASP.NET Core's nor MimeKit's for one reason: the service's boundary is known to everybody. All delimiters must
/// have the line end of the first, so that the text of a mail cannot smuggle in a field by way of the other one; and stored posts,
/// whose line ends an editor or git has changed to bare LF, are read too.
/// </remarks>
internal static class FormParts
{
    public const int MostParts = 500;
    private const int LongestBoundary = 200;
    private const int LongestHeaderBlock = 256 * 1024;

    /// <returns>The parts in order; empty where no delimiter is found. A body that ends without its last delimiter gives what it
    /// has.</returns>
    public static IReadOnlyList<FormPart> Of(ReadOnlyMemory<byte> body, string boundary)
    {
        if (boundary.Length is 0 or > LongestBoundary)
        {
            return [];
        }

        byte[] delimiter = Encoding.UTF8.GetBytes("--" + boundary);
        var parts = new List<FormPart>();
        int? contentStart = null;
        bool? carriageReturns = null;
        int from = 0;
        while (parts.Count < MostParts && Next(body.Span, delimiter, from, carriageReturns) is { } found)
        {
            carriageReturns ??= found.CarriageReturn;
            if (contentStart is { } start)
            {
                parts.Add(Part(body[start..Math.Max(start, found.ContentEnd)]));
            }

            contentStart = found.Next;
            from = found.Next;
            if (found.Last)
            {
                return parts;
            }
        }

        if (contentStart is { } open && open < body.Length && parts.Count < MostParts)
        {
            parts.Add(Part(body[open..]));
        }

        return parts;
    }

    /// <summary>Header and content: an empty line between them, or none where there is no header.</summary>
    private static FormPart Part(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        int at = 0;
        while (at < span.Length && at < LongestHeaderBlock)
        {
            int length = span[at..].IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = length < 0 ? span[at..] : span.Slice(at, length);
            int next = length < 0 ? span.Length : at + length + 1;
            if (line.Length == 0 || (line.Length == 1 && line[0] == '\r'))
            {
                return new FormPart(MailHeaders.Read(Charsets.Undeclared(span[..at])), bytes[next..]);
            }

            at = next;
        }

        return new FormPart(MailHeaders.Read(Charsets.Undeclared(span[..Math.Min(span.Length, LongestHeaderBlock)])), default);
    }

    private static Delimiter? Next(ReadOnlySpan<byte> body, byte[] delimiter, int from, bool? carriageReturns)
    {
        while (from < body.Length)
        {
            int at = body[from..].IndexOf(delimiter);
            if (at < 0)
            {
                return null;
            }

            at += from;
            from = at + 1;
            bool atStart = at == 0;
            bool afterLine = at > 0 && body[at - 1] == '\n';
            bool afterCr = at > 1 && afterLine && body[at - 2] == '\r';
            if ((!atStart && !afterLine) || (carriageReturns == true && !afterCr))
            {
                continue;
            }

            int end = at + delimiter.Length;
            bool last = end + 1 < body.Length && body[end] == '-' && body[end + 1] == '-';
            end += last ? 2 : 0;
            while (end < body.Length && body[end] is (byte)' ' or (byte)'\t')
            {
                end++;
            }

            bool cr = end < body.Length && body[end] == '\r';
            end += cr ? 1 : 0;
            bool closed = end == body.Length || body[end] == '\n';
            if (!closed || (carriageReturns is { } expected && cr != expected && !last))
            {
                continue;
            }

            return new Delimiter(Math.Max(0, at - (afterCr ? 2 : 1)), Math.Min(body.Length, end + 1), last, cr);
        }

        return null;
    }

    private readonly record struct Delimiter(int ContentEnd, int Next, bool Last, bool CarriageReturn);
}

internal sealed record FormPart(MailHeaders Headers, ReadOnlyMemory<byte> Content);
