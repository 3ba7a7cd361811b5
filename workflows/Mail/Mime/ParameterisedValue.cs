using System.Globalization;
using System.Text;

namespace ACip.Workflows.Mail.Mime;

/// <summary>A header such as <c>text/plain; charset="utf-8"; name*=UTF-8''caf%C3%A9.txt</c>, with RFC 2231's continuations and charsets.</summary>
internal sealed record ParameterisedValue(string Value, IReadOnlyDictionary<string, string> Parameters)
{
    private const int MostParameters = 100;

    public string? this[string parameter] => Parameters.GetValueOrDefault(parameter);

    public static ParameterisedValue Read(string? header)
    {
        var raw = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        ReadOnlySpan<char> rest = header ?? "";
        ReadOnlySpan<char> value = Take(ref rest, ';').Trim();
        while (rest.Length > 0 && raw.Count < MostParameters)
        {
            ReadOnlySpan<char> name = Take(ref rest, '=', alsoAt: ';').Trim();
            string text = TakeText(ref rest);
            if (name.Length > 0)
            {
                raw.TryAdd(name.ToString(), text);
            }
        }

        return new ParameterisedValue(value.ToString().ToLowerInvariant(), Joined(raw));
    }

    private static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> rest, char end, char alsoAt = '\0')
    {
        int at = alsoAt == '\0' ? rest.IndexOf(end) : rest.IndexOfAny(end, alsoAt);
        ReadOnlySpan<char> taken = at < 0 ? rest : rest[..at];
        rest = at < 0 ? [] : rest[(at + 1)..];
        return taken;
    }

    private static string TakeText(ref ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        if (rest.Length == 0 || rest[0] != '"')
        {
            return Take(ref rest, ';').Trim().ToString();
        }

        var text = new StringBuilder();
        int at = 1;
        while (at < rest.Length && rest[at] != '"')
        {
            // a backslash escapes a quote only: browsers and SendGrid send Windows paths as they are
            if (rest[at] == '\\' && at + 1 < rest.Length && rest[at + 1] is '"' or '\\')
            {
                at++;
            }

            text.Append(rest[at++]);
        }

        rest = rest[Math.Min(rest.Length, at + 1)..];
        Take(ref rest, ';');
        return text.ToString();
    }

    private static Dictionary<string, string> Joined(Dictionary<string, string> raw)
    {
        var joined = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string text) in raw)
        {
            int star = name.IndexOf('*', StringComparison.Ordinal);
            if (star < 0)
            {
                joined.TryAdd(name, text);
            }
            else if (name[star..] is "*" or "*0" or "*0*")
            {
                joined[name[..star]] = Extended(name[..star], raw);
            }
        }

        return joined;
    }

    private static string Extended(string name, Dictionary<string, string> raw)
    {
        var bytes = new List<byte>();
        string? charset = null;
        for (int part = -1; part < raw.Count; part++)
        {
            string key = part < 0 ? name : $"{name}*{part.ToString(CultureInfo.InvariantCulture)}";
            if (raw.TryGetValue(key + "*", out string? encoded))
            {
                if (charset is null && encoded.Split('\'', 3) is [var given, _, var first])
                {
                    (charset, encoded) = (given, first);
                }

                bytes.AddRange(Unescaped(encoded));
            }
            else if (part >= 0 && raw.TryGetValue(key, out string? plain))
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(plain));
            }
            else if (part >= 0)
            {
                break;
            }
        }

        return Charsets.Decode(bytes.ToArray(), charset).Text;
    }

    private static List<byte> Unescaped(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '%' && at + 2 < text.Length
                && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte hex))
            {
                bytes.Add(hex);
                at += 2;
            }
            else
            {
                bytes.Add((byte)text[at]);
            }
        }

        return bytes;
    }
}
