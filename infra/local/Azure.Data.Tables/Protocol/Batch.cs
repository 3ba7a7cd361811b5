using System.Buffers;
using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>An entity-group transaction on the wire: requests inside a change set inside a request.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions</remarks>
internal sealed class Batch
{
    private readonly ArrayBufferWriter<byte> body = new(4096);
    private readonly string batch = $"batch_{Guid.NewGuid()}";
    private readonly string changeSet = $"changeset_{Guid.NewGuid()}";

    public string ContentType => $"multipart/mixed; boundary={batch}";

    /// <exception cref="TableTransactionFailedException">A step that the service would refuse.</exception>
    /// <param name="root">Address of the account, with a slash at its end.</param>
    public ReadOnlyMemory<byte> Write(string table, string root, IReadOnlyList<TableTransactionAction> actions)
    {
        Text($"--{batch}\r\nContent-Type: multipart/mixed; boundary={changeSet}\r\n\r\n");
        for (int index = 0; index < actions.Count; index++)
        {
            Text($"--{changeSet}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            try
            {
                Write(actions[index], table, root);
                if (actions[index].Entity.PartitionKey != actions[0].Entity.PartitionKey)
                {
                    // Azurite does not mind
                    throw new RequestFailedException(400, "All commands in a batch must operate on same entity group.", "CommandsInBatchActOnDifferentPartitions", null);
                }
            }
            catch (RequestFailedException refused)
            {
                refused.Data[TableErrors.FailedEntity] = index.ToString(CultureInfo.InvariantCulture);
                throw new TableTransactionFailedException(refused);
            }
        }

        Text($"--{changeSet}--\r\n--{batch}--\r\n");
        return body.WrittenMemory;
    }

    private static string Method(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        TableTransactionActionType.Delete => "DELETE",
        _ => throw new InvalidOperationException($"Unknown transaction action {type}."),
    };

    private static string? IfMatch(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Delete => action.ETag == default ? "*" : action.ETag.ToString(),
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace when action.ETag != default => action.ETag.ToString(),
        _ => null,
    };

    private void Write(TableTransactionAction action, string table, string root)
    {
        ITableEntity entity = action.Entity;
        string row = Keys.Row(table, entity.PartitionKey, entity.RowKey);
        bool insert = action.ActionType == TableTransactionActionType.Add;
        Text($"{Method(action.ActionType)} {root}{(insert ? table : row)} HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n");
        if (insert)
        {
            Text("Prefer: return-no-content\r\n");
        }

        if (IfMatch(action) is { } etag)
        {
            Text($"If-Match: {etag}\r\n");
        }

        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Text("\r\n\r\n");
            return;
        }

        Text("Content-Type: application/json\r\n\r\n");
        EntityJson.Write(body, entity);
        Text("\r\n");
    }

    private void Text(string text) => Encoding.UTF8.GetBytes(text, body);
}
