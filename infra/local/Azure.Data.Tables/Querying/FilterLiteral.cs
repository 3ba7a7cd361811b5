using System.Globalization;

namespace Azure.Data.Tables.Querying;

/// <summary>Values as they are written in an OData filter.</summary>
internal static class FilterLiteral
{
    /// <exception cref="ArgumentException">No filter can hold a value of this type.</exception>
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => Quoted(text),
        char character => Quoted(character.ToString()),
        Enum choice => Quoted(choice.ToString()),
        long or ulong => string.Create(CultureInfo.InvariantCulture, $"{value}L"),
        double number when !double.IsFinite(number) => throw new ArgumentException("A filter can hold finite numbers only."),
        double number => number.ToString("R", CultureInfo.InvariantCulture) is var text && text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text,
        sbyte or byte or short or ushort or int or uint or float or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        Guid guid => $"guid'{guid}'",
        DateTimeOffset time => Time(time.UtcDateTime),
        DateTime time => Time(time.ToUniversalTime()),
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData bytes => $"X'{Convert.ToHexString(bytes.ToMemory().Span)}'",
        _ => throw new ArgumentException($"A value of type {value.GetType()} cannot stand in a filter."),
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Time(DateTime utc) => $"datetime'{utc.ToString("O", CultureInfo.InvariantCulture)}'";
}
