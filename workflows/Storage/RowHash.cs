using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ACip.Workflows.Serialization;
using Azure.Data.Tables;

namespace ACip.Workflows.Storage;

/// <summary>The hash of one row: HMAC-SHA-256, with the row's own salt as key, over the canonical JSON of its stored properties with name,
/// Edm type and value. Keys, time stamp and ETag are not covered.</summary>
internal static class RowHash
{
    private static readonly HashSet<string> NotHashed = new(StringComparer.Ordinal)
    {
        "PartitionKey",
        "RowKey",
        "Timestamp",
        "odata.etag",
        RowSalt.Property,
    };

    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(TableEntity entity)
    {
        var properties = new JsonObject();
        foreach ((string name, object? value) in entity)
        {
            if (!NotHashed.Contains(name) && value is not null)
            {
                (string type, string text) = StoredValue.Of(value);
                properties[name] = new JsonObject { ["type"] = type, ["value"] = text };
            }
        }

        byte[] salt = entity.TryGetValue(RowSalt.Property, out object? drawn) && drawn is string key ? Encoding.ASCII.GetBytes(key) : [];
        return Convert.ToHexStringLower(HMACSHA256.HashData(salt, CanonicalJson.Write(properties)));
    }
}
