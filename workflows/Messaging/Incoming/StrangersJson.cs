using System.Text.Json;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>JSON that strangers had a hand in.</summary>
internal static class StrangersJson
{
    /// <summary>False where a name or a text in it is none: half a surrogate pair is well-formed JSON, and whoever reads it as text gets an
    /// exception.</summary>
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
