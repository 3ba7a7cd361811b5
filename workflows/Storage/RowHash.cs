using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ACip.Workflows.Serialization;
using Azure.Data.Tables;

namespace ACip.Workflows.Storage;

/// <summary>One row as a hash: HMAC-SHA-256 under the row's own salt over the canonical JSON of its properties as stored, each with name,
/// Edm type and value. Keys, time stamp and ETag stay out.</summary>
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
                (string type, string text) = Stored(value);
                properties[name] = new JsonObject { ["type"] = type, ["value"] = text };
            }
        }

        byte[] salt = entity.TryGetValue(RowSalt.Property, out object? drawn) && drawn is string key ? Encoding.ASCII.GetBytes(key) : [];
        return Convert.ToHexStringLower(HMACSHA256.HashData(salt, CanonicalJson.Write(properties)));
    }

    /// <summary>A salt of another type is no salt, and then shows as any other change does.</summary>
    private static (string Type, string Value) Stored(object value) =>
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
}
