using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using Azure.Data.Tables;

namespace ACip.Tests.Faults.Auditor.Stored;

/// <summary>A row of the programme's table: properties Json, Json1, Json2 … hold its fact in pieces, Event the number of the event that
/// tells of it, Salt what its hash is made with.</summary>
internal sealed class StoredRow
{
    private static readonly string[] NotHashed = ["PartitionKey", "RowKey", "Timestamp", "odata.etag", "Salt"];

    private readonly TableEntity entity;

    public StoredRow(TableEntity entity)
    {
        this.entity = entity;
        var text = new StringBuilder(entity.GetString("Json"));
        for (int piece = 1; entity.GetString("Json" + piece.ToString(CultureInfo.InvariantCulture)) is { } more; piece++)
        {
            text.Append(more);
        }

        Text = text.ToString();
        try
        {
            Fact = JsonNode.Parse(Text) as JsonObject;
        }
        catch (JsonException)
        {
            Fact = null;
        }
    }

    public string Stream => entity.PartitionKey;

    public string Key => entity.RowKey;

    public string Text { get; }

    /// <summary>Number of the event that tells of what wrote it; null where the row does not say.</summary>
    public int? Event => entity.TryGetValue("Event", out object? told) ? told as int? : null;

    /// <summary>Null where it cannot be read.</summary>
    public JsonObject? Fact { get; }

    /// <summary>HMAC-SHA-256 under the row's salt over the canonical JSON of its properties, each with name, Edm type and value.</summary>
    public string Hash()
    {
        var properties = new JsonObject();
        foreach ((string name, object? value) in entity)
        {
            if (value is not null && !NotHashed.Contains(name))
            {
                (string type, string text) = Edm(value);
                properties.Add(name, new JsonObject { ["type"] = type, ["value"] = text });
            }
        }

        byte[] salt = Encoding.ASCII.GetBytes(entity.TryGetValue("Salt", out object? drawn) && drawn is string key ? key : "");
        return Convert.ToHexStringLower(HMACSHA256.HashData(salt, CanonicalText.Bytes(properties)));
    }

    private static (string Type, string Text) Edm(object value) =>
        value switch
        {
            string text => ("Edm.String", text),
            int number => ("Edm.Int32", number.ToString(CultureInfo.InvariantCulture)),
            long number => ("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)),
            bool yes => ("Edm.Boolean", yes ? "true" : "false"),
            double number => ("Edm.Double", number.ToString("R", CultureInfo.InvariantCulture)),
            DateTimeOffset at => ("Edm.DateTime", at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
            Guid id => ("Edm.Guid", id.ToString("D")),
            byte[] bytes => ("Edm.Binary", Convert.ToBase64String(bytes)),
            BinaryData bytes => ("Edm.Binary", Convert.ToBase64String(bytes.ToArray())),
            _ => (value.GetType().Name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
        };
}
