using System.Globalization;

namespace ACip.Workflows.Storage;

/// <summary>A property of a row as text: Edm type and value, each recoverable to the last digit.</summary>
internal static class StoredValue
{
    /// <summary>The service stores no other type, so a value of another type shows as a change.</summary>
    public static (string Type, string Text) Of(object value) =>
        value switch
        {
            string text => ("Edm.String", text),
            bool yes => ("Edm.Boolean", yes ? "true" : "false"),
            int number => ("Edm.Int32", FormattableString.Invariant($"{number}")),
            long number => ("Edm.Int64", FormattableString.Invariant($"{number}")),
            double number => ("Edm.Double", FormattableString.Invariant($"{number:R}")),
            DateTimeOffset at => ("Edm.DateTime", FormattableString.Invariant($"{at.UtcDateTime:O}")),
            DateTime at => ("Edm.DateTime", FormattableString.Invariant($"{at.ToUniversalTime():O}")),
            Guid id => ("Edm.Guid", id.ToString("D")),
            byte[] bytes => ("Edm.Binary", Convert.ToBase64String(bytes)),
            BinaryData bytes => ("Edm.Binary", Convert.ToBase64String(bytes.ToMemory().Span)),
            _ => (value.GetType().Name, FormattableString.Invariant($"{value}")),
        };

    /// <exception cref="FormatException">It is no such value, or no such type.</exception>
    public static object Read(string type, string text) =>
        type switch
        {
            "Edm.String" => text,
            "Edm.Boolean" => bool.Parse(text),
            "Edm.Int32" => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            "Edm.Int64" => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            "Edm.Double" => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
            "Edm.DateTime" => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            "Edm.Guid" => Guid.ParseExact(text, "D"),
            "Edm.Binary" => Convert.FromBase64String(text),
            _ => throw new FormatException($"No type of a row's property: {type}"),
        };
}
