using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ACip.Tests.Scenarios.Malformed;

/// <summary>What a body looks like that an operation takes: made from its type, so that a new operation is in the campaign by
/// itself.</summary>
internal static class SoundJson
{
    public static JsonNode? Of(Type type, int depth = 0)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
        {
            return "A1";
        }

        if (plain == typeof(bool))
        {
            return true;
        }

        if (plain == typeof(DateOnly))
        {
            return "2026-10-01";
        }

        if (plain == typeof(DateTimeOffset))
        {
            return "2026-10-01T00:00:00Z";
        }

        if (plain.IsEnum)
        {
            return Enum.GetNames(plain)[0];
        }

        if (plain.IsPrimitive || plain == typeof(decimal))
        {
            return 1;
        }

        if (plain.GetProperties() is [{ Name: "Value" } value] && value.PropertyType == typeof(string))
        {
            return "af-2026"; // an id
        }

        if (depth > 6)
        {
            return null;
        }

        Type[] arguments = plain.GetGenericArguments();
        if (typeof(IEnumerable).IsAssignableFrom(plain))
        {
            return arguments switch
            {
                [Type key, Type held] => new JsonObject { [key.IsEnum ? Enum.GetNames(key)[0] : "A1"] = Of(held, depth + 1) },
                [Type held] => new JsonArray(Of(held, depth + 1)),
                _ => new JsonArray(),
            };
        }

        return new JsonObject(
            plain
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.CanWrite && property.GetIndexParameters().Length == 0)
                .Select(property =>
                    KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(property.Name), Of(property.PropertyType, depth + 1))
                )
        );
    }
}
