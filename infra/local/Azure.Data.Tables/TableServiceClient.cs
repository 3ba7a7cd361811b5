using System.Globalization;
using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Protocol;
using Azure.Data.Tables.Querying;

namespace Azure.Data.Tables;

/// <summary>An account's tables.</summary>
public class TableServiceClient
{
    private readonly TableService service;

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions? options = null) =>
        service = TableService.Connect(connectionString, options);

    /// <param name="endpoint">Must be https: a token is never sent in the clear.</param>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        service = TableService.Connect(endpoint, tokenCredential, options);

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options) =>
        service = TableService.Connect(endpoint, credential, options);

    // for doubles in tests, as with the genuine client
    protected TableServiceClient() => service = null!;

    public virtual string AccountName => service.AccountName;

    public virtual Uri Uri => service.Endpoint;

    /// <summary>Interpolated values are quoted and escaped.</summary>
    public static string CreateQueryFilter(FormattableString filter) => TableClient.CreateQueryFilter(filter);

    /// <summary>Shares this client's connections and policies.</summary>
    public virtual TableClient GetTableClient(string tableName) => new(service, tableName);

    /// <exception cref="RequestFailedException">409 TableAlreadyExists.</exception>
    public virtual async Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        await TableRequests.CreateAsync(service, tableName, mayExist: false, cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        await TableRequests.CreateAsync(service, tableName, mayExist: true, cancellationToken).ConfigureAwait(false);

    /// <summary>A table that is not there is as good as deleted: the answer then has status 404.</summary>
    public virtual async Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        await TableRequests.DeleteAsync(service, tableName, cancellationToken).ConfigureAwait(false);

    public virtual AsyncPageable<TableItem> QueryAsync(string? filter = null, int? maxPerPage = default, CancellationToken cancellationToken = default) =>
        new Pages<TableItem>((token, size, cancellation) => PageAsync(filter, size, token, cancellation), maxPerPage, cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(FormattableString filter, int? maxPerPage = default, CancellationToken cancellationToken = default) =>
        QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    private async Task<Page<TableItem>> PageAsync(string? filter, int? size, string? token, CancellationToken cancellation)
    {
        string next = string.IsNullOrEmpty(token) ? "" : $"&NextTableName={Uri.EscapeDataString(token)}";
        Response response = await service.SendAsync(RequestMethod.Get, "Tables" + TableRequests.Query(filter, size, null, next), cancellation).ConfigureAwait(false);
        List<TableItem> tables = TableRequests.Rows(response).ConvertAll(row => new TableItem((string)row["TableName"]!));
        return Page<TableItem>.FromValues(tables, response.Headers.TryGetValue("x-ms-continuation-NextTableName", out string? following) ? following : null, response);
    }
}
