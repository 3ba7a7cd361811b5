using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ACip.Workflows.Serialization;

/// <summary>Writes a value as JSON in exactly one way, the same on every machine and runtime, so that it can be hashed.</summary>
/// <remarks>RFC 8785: properties in ordinal order of their names, no insignificant whitespace, only the escapes that JSON requires,
/// numbers as in ECMAScript. Figures here are decimals; if one has more digits than a double can hold, which the RFC leaves to the
/// application, all digits are written, so that two different figures never read alike. Written by hand, because the framework's encoder
/// escapes by its version of Unicode. Absent values are left out by the serializer's options, not here.</remarks>
public static class CanonicalJson
{
    /// <param name="options">Those that leave out nulls leave them out here, too.</param>
    public static byte[] Write<T>(T value, JsonSerializerOptions options) => Write(JsonSerializer.SerializeToElement(value, options));

    public static byte[] Write(JsonNode value) => Write(JsonSerializer.SerializeToElement(value));

    /// <returns>UTF-8 without a byte order mark.</returns>
    public static byte[] Write(JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Append(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                AppendObject(text, value);
                break;
            case JsonValueKind.Array:
                string separator = "[";
                foreach (JsonElement item in value.EnumerateArray())
                {
                    text.Append(separator);
                    Append(text, item);
                    separator = ",";
                }

                text.Append(separator == "[" ? "[]" : "]");
                break;
            case JsonValueKind.String:
                AppendText(text, value.GetString()!);
                break;
            case JsonValueKind.Number:
                text.Append(Number(value));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonElement value)
    {
        string separator = "{";
        foreach (JsonProperty property in value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            text.Append(separator);
            AppendText(text, property.Name);
            text.Append(':');
            Append(text, property.Value);
            separator = ",";
        }

        text.Append(separator == "{" ? "{}" : "}");
    }

    /// <summary>As ECMAScript writes it: no trailing zeros, an exponent only below 0.000001 and from 10^21 on; 12.50 is 12.5.</summary>
    public static string Number(decimal value)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        string plain = text.Contains('.', StringComparison.Ordinal)
            ? text.TrimEnd('0').TrimEnd('.') is var trimmed && trimmed == "-0"
                ? "0"
                : trimmed
            : text;
        return Math.Abs(value) is 0 or >= 0.000001m and < 1_000_000_000_000_000_000_000m ? plain : WithExponent(plain);
    }

    private static string Number(JsonElement value) =>
        value.TryGetDecimal(out decimal number) && (number != 0 || value.GetDouble() == 0)
            ? Number(number)
            : WithExponent(value.GetDouble().ToString("R", CultureInfo.InvariantCulture));

    /// <param name="plain">Digits with at most one point, perhaps with an exponent of the framework's.</param>
    private static string WithExponent(string plain)
    {
        string sign = plain.StartsWith('-') ? "-" : "";
        string[] halves = plain.TrimStart('-').Split('E');
        int exponent = halves.Length == 2 ? int.Parse(halves[1], CultureInfo.InvariantCulture) : 0;
        string[] parts = halves[0].Split('.');
        string digits = string.Concat(parts);
        int point = parts[0].Length + exponent;
        int leading = digits.Length - digits.TrimStart('0').Length;
        digits = digits.TrimStart('0').TrimEnd('0');
        int power = point - leading - 1;
        string fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{(power < 0 ? "-" : "+")}{Math.Abs(power)}");
    }

    private static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char letter in value)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => text.Append(letter),
            };
        }

        text.Append('"');
    }
}
