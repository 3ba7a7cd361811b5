using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ACip.Tests.Scenarios.Malformed;

/// <summary>Every way in which one place of a sound body is what no such body holds.</summary>
internal static class BrokenJson
{
    /// <returns>Bodies, each with what is wrong about it and where.</returns>
    public static IEnumerable<(string What, string Body)> Of(JsonNode sound)
    {
        string text = sound.ToJsonString();
        foreach (string path in Places(sound, "$").ToArray())
        {
            foreach (string broken in Instead(At(sound, path)))
            {
                yield return ($"{Short(broken)} at {path}", With(text, path, broken));
            }
        }
    }

    /// <summary>Null instead of each member, and of each member of a list.</summary>
    public static IEnumerable<(string What, string Body)> WithNulls(JsonNode sound)
    {
        string text = sound.ToJsonString();
        foreach (string path in Places(sound, "$").ToArray())
        {
            yield return ($"null at {path}", With(text, path, "null"));
            if (At(sound, path) is JsonArray list)
            {
                yield return ($"[null] at {path}", With(text, path, "[null]"));
                yield return ($"a null more at {path}", With(text, path, $"[{string.Join(',', list.Select(one => one?.ToJsonString() ?? "null").Append("null"))}]"));
            }
        }
    }

    private static IEnumerable<string> Instead(JsonNode? stands)
    {
        switch (stands)
        {
            case JsonArray list:
                yield return "{}";
                yield return "\"text\"";
                yield return "[null]";
                yield return list.Count == 0 ? "[[]]" : $"[{list[0]?.ToJsonString() ?? "null"},null]";
                break;
            case JsonObject:
                yield return "[]";
                yield return "\"text\"";
                yield return "1";
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                yield return "{}";
                yield return "[null]";
                yield return JsonSerializer.Serialize(Odd.LongText);
                if (DateTime.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                {
                    foreach (string day in value.GetValue<string>().Length == 10 ? Odd.Days : ["tomorrow", "2026-02-30T00:00:00Z", "\u0000"])
                    {
                        yield return JsonSerializer.Serialize(day);
                    }
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                yield return "{}";
                yield return "1e400";
                yield return "1e27";
                yield return "\"many\"";
                yield return "99999999999999999999999999999999";
                break;
            case JsonValue:
                yield return "{}";
                yield return "2";
                yield return "\"perhaps\"";
                break;
            default:
                yield return "[null]";
                break;
        }
    }

    private static IEnumerable<string> Places(JsonNode? node, string path) => node switch
    {
        JsonObject found => found.SelectMany(one => Places(one.Value, $"{path}.{one.Key}")).Prepend(path),
        JsonArray list => list.SelectMany((one, at) => Places(one, $"{path}.{at}")).Prepend(path),
        null => [],
        _ => [path],
    };

    private static JsonNode? At(JsonNode? node, string path) =>
        path.Split('.').Skip(1).Aggregate(node, (stands, step) => stands is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : stands![step]);

    private static string With(string sound, string path, string broken)
    {
        if (path == "$")
        {
            return broken;
        }

        const string mark = "\u00a7here\u00a7";
        JsonNode copy = JsonNode.Parse(sound)!;
        JsonNode parent = At(copy, path[..path.LastIndexOf('.')])!;
        string last = path[(path.LastIndexOf('.') + 1)..];
        if (parent is JsonArray list)
        {
            list[int.Parse(last, CultureInfo.InvariantCulture)] = mark;
        }
        else
        {
            parent[last] = mark;
        }

        return copy.ToJsonString().Replace(JsonSerializer.Serialize(mark), broken, StringComparison.Ordinal);
    }

    private static string Short(string text) => text.Length > 40 ? $"{text[..40]}…" : text;
}
