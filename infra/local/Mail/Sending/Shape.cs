using System.Text.Json;

namespace ACip.Local.Mail.Sending;

/// <summary>What a piece of JSON must look like: its type, its members, its lengths. What members mean to each other is for the
/// rules.</summary>
internal abstract record Shape
{
    public abstract IEnumerable<SendError> Check(JsonElement value, string path);

    protected static SendError Wrong(string path, string expected, JsonElement given) =>
        SendError.About(path, path.Split('.')[0], $"Invalid type. Expected: {expected}, given: {Name(given.ValueKind)}.");

    protected static string Below(string path, object member) => path.Length == 0 ? $"{member}" : $"{path}.{member}";

    private static string Name(JsonValueKind kind) =>
        kind switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => kind.ToString().ToLowerInvariant(),
        };
}

/// <remarks>SendGrid's document allows unknown members without saying what becomes of them; here they are refused, because each is a
/// misspelling.</remarks>
internal sealed record Members(Dictionary<string, Shape> Known, params string[] Required) : Shape
{
    public override IEnumerable<SendError> Check(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            yield return Wrong(path, "object", value);
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string field = Below(path, member.Name);
            if (!Known.TryGetValue(member.Name, out Shape? shape))
            {
                yield return SendError.About(field, "unknown", $"Additional property {member.Name} is not allowed.");
            }
            else if (!seen.Add(member.Name))
            {
                yield return SendError.About(field, "unknown", $"The property {member.Name} is given twice.");
            }
            else
            {
                foreach (SendError error in shape.Check(member.Value, field))
                {
                    yield return error;
                }
            }
        }

        foreach (string missing in Required.Where(name => !seen.Contains(name)))
        {
            yield return SendError.About(Below(path, missing), missing, $"The {missing} parameter is required.");
        }
    }
}

internal sealed record Items(Shape Each, int Min = 0, int Max = int.MaxValue) : Shape
{
    public override IEnumerable<SendError> Check(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return [Wrong(path, "array", value)];
        }

        int count = value.GetArrayLength();
        if (count < Min || count > Max)
        {
            return
            [
                SendError.About(
                    path,
                    path.Split('.')[^1],
                    count < Min
                        ? $"The {path} array must have at least {Min} entry."
                        : $"The {path} array is limited to {Max} entries. You have provided {count}."
                ),
            ];
        }

        return value.EnumerateArray().SelectMany((item, index) => Each.Check(item, Below(path, index)));
    }
}

internal sealed record Text(int Min = 0, int Max = int.MaxValue) : Shape
{
    public override IEnumerable<SendError> Check(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return [Wrong(path, "string", value)];
        }

        int length = value.GetString()!.Length;
        return length < Min
                ? [SendError.About(path, path.Split('.')[0], $"The {path} value must be a string at least {Min} character(s) in length.")]
            : length > Max ? [SendError.About(path, path.Split('.')[0], $"The {path} value cannot be longer than {Max} characters.")]
            : [];
    }
}

internal sealed record Whole : Shape
{
    public override IEnumerable<SendError> Check(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _) ? [] : [Wrong(path, "integer", value)];
}

internal sealed record Switch : Shape
{
    public override IEnumerable<SendError> Check(JsonElement value, string path) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [Wrong(path, "boolean", value)];
}

/// <summary>An object of strings, any names.</summary>
internal sealed record Pairs(int Max = int.MaxValue) : Shape
{
    public override IEnumerable<SendError> Check(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [Wrong(path, "object", value)];
        }

        return value.EnumerateObject().Count() > Max
            ? [SendError.About(path, path.Split('.')[^1], $"{path} is limited to {Max} properties.")]
            : value
                .EnumerateObject()
                .Where(pair => pair.Value.ValueKind != JsonValueKind.String)
                .Select(pair => Wrong(Below(path, pair.Name), "string", pair.Value));
    }
}

/// <summary>An object of whatever.</summary>
internal sealed record AnyMembers : Shape
{
    public override IEnumerable<SendError> Check(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.Object ? [] : [Wrong(path, "object", value)];
}
