using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Storage;

/// <param name="At">JSON path.</param>
/// <param name="Rule">null-element, unknown-value, day-out-of-range, number-too-large or text-too-long.</param>
public sealed record JsonProblem(string At, string Rule);

/// <summary>Rejects what the serializer accepts against the declared types (null in lists and dictionaries, undefined enum values, empty
/// ids), and days, numbers and texts out of range.</summary>
public static class SoundJson
{
    /// <summary>The longest single text in any request; most are limited further where they are taken.</summary>
    public const int LongestText = 20_000;

    /// <summary>Figures are added and multiplied, and the results must stay within the range of decimal.</summary>
    public const decimal LargestNumber = 1_000_000_000_000_000;

    /// <summary>A JSON contract modifier that makes nullable properties optional, beside required constructor parameters.</summary>
    public static void MayBeLeftOut(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties.Where(property => property.IsSetNullable))
        {
            property.IsRequired = false;
        }
    }

    /// <returns>The first problem of what was read; null for none.</returns>
    public static JsonProblem? In(object value, JsonSerializerOptions options)
    {
        options.MakeReadOnly(populateMissingResolver: true); // as their first use by a serializer does: it may not have come yet
        return Find(value, options, "$");
    }

    private static JsonProblem? Find(object value, JsonSerializerOptions options, string at)
    {
        switch (value)
        {
            case string text:
                return text.Length > LongestText ? new JsonProblem(at, "text-too-long") : null;
            case Text text:
                return Language
                    .All.Select(language => Find(text.In(language), options, $"{at}.{language.Tag}"))
                    .FirstOrDefault(problem => problem is not null);
            case DateOnly day:
                return DayBounds.Holds(day) ? null : new JsonProblem(at, "day-out-of-range");
            case decimal number:
                return Math.Abs(number) <= LargestNumber ? null : new JsonProblem(at, "number-too-large");
            case Enum one:
                return Enum.IsDefined(one.GetType(), one) ? null : new JsonProblem(at, "unknown-value");
            case IDictionary dictionary:
                return dictionary
                    .Keys.Cast<object>()
                    .Select(key => Item(dictionary[key], options, $"{at}.{key}"))
                    .FirstOrDefault(problem => problem is not null);
            case IEnumerable items:
                return items
                    .Cast<object?>()
                    .Select((item, index) => Item(item, options, string.Create(CultureInfo.InvariantCulture, $"{at}[{index}]")))
                    .FirstOrDefault(problem => problem is not null);
        }

        if (value.GetType().GetProperty("Value") is { PropertyType: var of } id && of == typeof(string) && value.GetType().IsValueType)
        {
            return id.GetValue(value) is string written ? Find(written, options, at) : new JsonProblem(at, "null-element");
        }

        JsonTypeInfo type = options.GetTypeInfo(value.GetType());
        return type.Kind != JsonTypeInfoKind.Object
            ? null
            : type
                .Properties.Where(property => property.Get is not null)
                .Select(property => property.Get!(value) is { } inner ? Find(inner, options, $"{at}.{property.Name}") : null)
                .FirstOrDefault(problem => problem is not null);
    }

    private static JsonProblem? Item(object? item, JsonSerializerOptions options, string at) =>
        item is null ? new JsonProblem(at, "null-element") : Find(item, options, at);
}
