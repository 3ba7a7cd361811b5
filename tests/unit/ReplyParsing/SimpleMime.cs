using System.Text;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>Just enough MIME to open the corpora: one level of parts, base64, quoted-printable, UTF-8 and Latin-1.</summary>
internal static class SimpleMime
{
    public static (string? Text, string? Html) Parts(byte[] mail)
    {
        string all = Encoding.Latin1.GetString(mail).Replace("\r\n", "\n", StringComparison.Ordinal);
        (string head, string body) = Split(all);
        int at = head.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return (Decode(head, body), null);
        }

        string boundary = head[(at + 9)..].Split('\n', ';')[0].Trim('"', ' ');
        (string? text, string? html) = (null, null);
        foreach (string part in body.Split($"--{boundary}").Skip(1).Where(part => !part.StartsWith("--", StringComparison.Ordinal)))
        {
            (string partHead, string partBody) = Split(part.TrimStart('\n'));
            if (partHead.Contains("text/html", StringComparison.OrdinalIgnoreCase))
            {
                html = Decode(partHead, partBody);
            }
            else
            {
                text = Decode(partHead, partBody);
            }
        }

        return (text, html);
    }

    private static (string Head, string Body) Split(string part)
    {
        int blank = part.IndexOf("\n\n", StringComparison.Ordinal);
        return blank < 0 ? (part, "") : (part[..blank], part[(blank + 2)..]);
    }

    private static string Decode(string head, string body)
    {
        byte[] bytes =
            head.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Convert.FromBase64String(body)
            : head.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase) ? QuotedPrintable(body)
            : Encoding.Latin1.GetBytes(body);
        return (head.Contains("utf-8", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes);
    }

    private static byte[] QuotedPrintable(string body)
    {
        List<byte> bytes = [];
        string joined = body.Replace("=\n", "", StringComparison.Ordinal);
        for (int i = 0; i < joined.Length; i++)
        {
            bytes.Add(joined[i] == '=' ? Convert.ToByte(joined.Substring(i + 1, 2), 16) : (byte)joined[i]);
            i += joined[i] == '=' ? 2 : 0;
        }

        return [.. bytes];
    }
}
