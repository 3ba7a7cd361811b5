using System.Text.Json;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>Checks JSON that came from outside.</summary>
internal static class StrangersJson
{
    /// <summary>False if a name or text contains half a surrogate pair: such JSON is well-formed, but reading it as text throws.</summary>
    public static bool IsSound(JsonElement element)
    {
        try
        {
            Read(element);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    _ = property.Name;
                    Read(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement one in element.EnumerateArray())
                {
                    Read(one);
                }

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }
}
