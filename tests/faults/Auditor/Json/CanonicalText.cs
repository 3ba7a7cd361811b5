using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ACip.Tests.Faults.Auditor.Json;

/// <summary>JSON in the one form of RFC 8785, worked out from the RFC and not from the product.</summary>
internal static class CanonicalText
{
    /// <returns>SHA-256 of the canonical form, lower-case hex.</returns>
    public static string Sha256(JsonNode? value) => Convert.ToHexStringLower(SHA256.HashData(Bytes(value)));

    /// <summary>Equal in canonical form is equal: 1.50 is 1.5.</summary>
    public static bool Same(JsonNode? one, JsonNode? other) => Bytes(one).AsSpan().SequenceEqual(Bytes(other));

    public static byte[] Bytes(JsonNode? value)
    {
        var text = new StringBuilder();
        Append(value, text);
        return new UTF8Encoding(false).GetBytes(text.ToString());
    }

    private static void Append(JsonNode? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                text.Append('{');
                AppendList(
                    members.OrderBy(member => member.Key, StringComparer.Ordinal),
                    member =>
                    {
                        Append(member.Key, text);
                        text.Append(':');
                        Append(member.Value, text);
                    },
                    text
                );
                text.Append('}');
                break;
            case JsonArray items:
                text.Append('[');
                AppendList(items, item => Append(item, text), text);
                text.Append(']');
                break;
            default:
                AppendPlain(value.AsValue(), text);
                break;
        }
    }

    private static void AppendList<T>(IEnumerable<T> items, Action<T> append, StringBuilder text)
    {
        bool first = true;
        foreach (T item in items)
        {
            if (!first)
            {
                text.Append(',');
            }

            append(item);
            first = false;
        }
    }

    private static void AppendPlain(JsonValue value, StringBuilder text)
    {
        if (value.TryGetValue(out string? words))
        {
            Append(words, text);
        }
        else if (value.TryGetValue(out bool yes))
        {
            text.Append(yes ? "true" : "false");
        }
        else
        {
            text.Append(Number(double.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>As ECMAScript's Number::toString says: plain from 10^-6 up to 10^21, else with an exponent.</summary>
    internal static string Number(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        // 'E16' gives digits that need not be the shortest; 'R' does, in one of two shapes, of which digits and exponent are taken
        string[] parts = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E');
        string[] halves = parts[0].Split('.');
        int point = halves[0].Length + (parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        string all = string.Concat(halves);
        string digits = all.TrimStart('0');
        point -= all.Length - digits.Length;
        digits = digits.TrimEnd('0');
        string sign = value < 0 ? "-" : "";
        return point switch
        {
            > 0 and <= 21 => sign + (digits.Length <= point ? digits.PadRight(point, '0') : digits[..point] + "." + digits[point..]),
            > -6 and <= 0 => sign + "0." + new string('0', -point) + digits,
            _ => sign
                + digits[..1]
                + (digits.Length > 1 ? "." + digits[1..] : "")
                + (point > 0 ? "e+" : "e-")
                + Math.Abs(point - 1).ToString(CultureInfo.InvariantCulture),
        };
    }

    private static void Append(string words, StringBuilder text)
    {
        text.Append('"');
        foreach (char letter in words)
        {
            _ = letter switch
            {
                '"' or '\\' => text.Append('\\').Append(letter),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(letter),
            };
        }

        text.Append('"');
    }
}
