using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Protocol;

/// <summary>What both clients ask of the service.</summary>
internal static class TableRequests
{
    public static async Task<Response<TableItem>> CreateAsync(TableService service, string name, bool mayExist, CancellationToken cancellation)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = name });
        Response response = await service.SendAsync(RequestMethod.Post, "Tables", cancellation, body, tolerated: mayExist ? 409 : 0).ConfigureAwait(false);
        if (response.Status == 409 && TableErrors.From(response) is { } conflict && conflict.ErrorCode != TableErrorCode.TableAlreadyExists)
        {
            throw conflict; // being deleted, say
        }

        return Response.FromValue(new TableItem(name), response);
    }

    public static Task<Response> DeleteAsync(TableService service, string name, CancellationToken cancellation) =>
        service.SendAsync(RequestMethod.Delete, $"Tables('{name}')", cancellation, tolerated: 404);

    /// <returns>With its question mark, or empty.</returns>
    public static string Query(string? filter, int? top, string? select, string continuation)
    {
        var query = new StringBuilder();
        if (!string.IsNullOrEmpty(filter))
        {
            query.Append("&$filter=").Append(Uri.EscapeDataString(filter));
        }

        if (top is { } size)
        {
            query.Append("&$top=").Append(size);
        }

        if (select is not null)
        {
            query.Append("&$select=").Append(Uri.EscapeDataString(select));
        }

        query.Append(continuation);
        return query.Length == 0 ? "" : query.Replace('&', '?', 0, 1).ToString();
    }

    public static List<Dictionary<string, object?>> Rows(Response response)
    {
        List<Dictionary<string, object?>> rows = [];
        var reader = new Utf8JsonReader(response.Content.ToMemory().Span);
        while (reader.Read())
        {
            // the answer is an object whose "value" holds the rows; everything above it is skipped
            if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth > 0)
            {
                rows.Add(EntityJson.Read(ref reader));
            }
        }

        return rows;
    }
}
