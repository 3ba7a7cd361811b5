using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Protocol;
using Azure.Data.Tables.Querying;

namespace Azure.Data.Tables;

/// <summary>One table. Errors are <see cref="RequestFailedException"/> with the service's status and error code.</summary>
public class TableClient
{
    private readonly TableService service;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(TableService.Connect(connectionString, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(TableService.Connect(endpoint, credential, options), tableName)
    {
    }

    /// <param name="endpoint">Must be https: a token is never sent in the clear.</param>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(TableService.Connect(endpoint, tokenCredential, options), tableName)
    {
    }

    internal TableClient(TableService service, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        (this.service, Name) = (service, tableName);
    }

    // for doubles in tests, as with the genuine client
    protected TableClient() => (service, Name) = (null!, null!);

    public virtual string Name { get; }

    public virtual string AccountName => service.AccountName;

    public virtual Uri Uri => service.Address(Name);

    /// <summary>Interpolated values are quoted and escaped.</summary>
    public static string CreateQueryFilter(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return string.Format(CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(FilterLiteral.Of)]);
    }

    public static string CreateQueryFilter<T>(Expression<Func<T, bool>> filter) => ExpressionFilter.Translate(filter);

    /// <exception cref="RequestFailedException">409 TableAlreadyExists.</exception>
    public virtual async Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        await TableRequests.CreateAsync(service, Name, mayExist: false, cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        await TableRequests.CreateAsync(service, Name, mayExist: true, cancellationToken).ConfigureAwait(false);

    /// <summary>A table that is not there is as good as deleted: the answer then has status 404.</summary>
    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        await TableRequests.DeleteAsync(service, Name, cancellationToken).ConfigureAwait(false);

    /// <exception cref="RequestFailedException">409 EntityAlreadyExists, 404 TableNotFound, 400 EntityTooLarge …</exception>
    /// <returns>Its header ETag is the row's.</returns>
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        ArgumentNullException.ThrowIfNull(entity);
        Keys.Check(entity.PartitionKey, nameof(entity.PartitionKey));
        Keys.Check(entity.RowKey, nameof(entity.RowKey));
        return await service.SendAsync(RequestMethod.Post, Name, cancellationToken, EntityJson.Write(entity)).ConfigureAwait(false);
    }

    /// <exception cref="RequestFailedException">404 ResourceNotFound or TableNotFound.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Parsed<T>(await service.SendAsync(RequestMethod.Get, RowAddress(partitionKey, rowKey, select), cancellationToken).ConfigureAwait(false));

    /// <returns>Without a value where the row, or the table, is not there.</returns>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        Response response = await service.SendAsync(RequestMethod.Get, RowAddress(partitionKey, rowKey, select), cancellationToken, tolerated: 404).ConfigureAwait(false);
        return response.Status == 404 ? new NoValue<T>(response) : Parsed<T>(response);
    }

    /// <param name="ifMatch">The version expected, or <see cref="ETag.All"/>.</param>
    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied, 404 ResourceNotFound.</exception>
    public virtual async Task<Response> UpdateEntityAsync<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        if (ifMatch == default)
        {
            throw new ArgumentException("Value cannot be empty.", nameof(ifMatch));
        }

        return await WriteAsync(entity, mode, ifMatch.ToString(), cancellationToken).ConfigureAwait(false);
    }

    public virtual async Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        await WriteAsync(entity, mode, null, cancellationToken).ConfigureAwait(false);

    /// <param name="ifMatch">The version expected; any, if not given.</param>
    /// <summary>A row that is not there is as good as deleted: the answer then has status 404.</summary>
    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied.</exception>
    public virtual async Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        await service.SendAsync(
            RequestMethod.Delete,
            Keys.Row(Name, partitionKey, rowKey),
            cancellationToken,
            ifMatch: ifMatch == default ? "*" : ifMatch.ToString(),
            tolerated: 404).ConfigureAwait(false);

    /// <inheritdoc cref="DeleteEntityAsync(string, string, ETag, CancellationToken)"/>
    public virtual async Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return await DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="filter">OData; see <see cref="CreateQueryFilter(FormattableString)"/>. All rows, if null.</param>
    /// <param name="maxPerPage">1 to 1000.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(string? filter = null, int? maxPerPage = default, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        string? chosen = select is null ? null : string.Join(',', select);
        return new Pages<T>((token, size, cancellation) => PageAsync<T>(filter, size, chosen, token, cancellation), maxPerPage, cancellationToken);
    }

    public virtual AsyncPageable<T> QueryAsync<T>(Expression<Func<T, bool>> filter, int? maxPerPage = default, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        QueryAsync<T>(ExpressionFilter.Translate(filter), maxPerPage, select, cancellationToken);

    /// <summary>All of the steps or none; at most 100, all in one partition, each row once, less than 4 MiB together.</summary>
    /// <exception cref="TableTransactionFailedException">One of them could not be carried out; it says which.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        List<TableTransactionAction> actions = [.. transactionActions];
        if (actions.Count == 0)
        {
            throw new InvalidOperationException("Transaction is empty.");
        }

        var batch = new Batch();
        Response response = await service.SendAsync(RequestMethod.Post, "$batch", cancellationToken, batch.Write(Name, service.Address("").AbsoluteUri, actions), batch.ContentType).ConfigureAwait(false);
        List<Response> answers = BatchAnswer.ReadAll(response.Content);
        return answers.Find(answer => answer.Status >= 400) is { } failed
            ? throw new TableTransactionFailedException(TableErrors.From(failed))
            : Response.FromValue<IReadOnlyList<Response>>(answers, response);
    }

    private static Response<T> Parsed<T>(Response response)
        where T : ITableEntity
    {
        var reader = new Utf8JsonReader(response.Content.ToMemory().Span);
        reader.Read();
        return Response.FromValue(EntityShape.Fill<T>(EntityJson.Read(ref reader)), response);
    }

    private string RowAddress(string partitionKey, string rowKey, IEnumerable<string>? select)
    {
        string row = Keys.Row(Name, partitionKey, rowKey);
        return select is null ? row : $"{row}?$select={Uri.EscapeDataString(string.Join(',', select))}";
    }

    private async Task<Response> WriteAsync<T>(T entity, TableUpdateMode mode, string? ifMatch, CancellationToken cancellation)
        where T : ITableEntity
    {
        ArgumentNullException.ThrowIfNull(entity);
        return await service.SendAsync(
            mode == TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch,
            Keys.Row(Name, entity.PartitionKey, entity.RowKey),
            cancellation,
            EntityJson.Write(entity),
            ifMatch: ifMatch).ConfigureAwait(false);
    }

    private async Task<Page<T>> PageAsync<T>(string? filter, int? size, string? select, string? token, CancellationToken cancellation)
        where T : class, ITableEntity
    {
        Response response = await service.SendAsync(RequestMethod.Get, $"{Name}(){TableRequests.Query(filter, size, select, Continuation.Query(token))}", cancellation).ConfigureAwait(false);
        return Page<T>.FromValues(TableRequests.Rows(response).ConvertAll(EntityShape.Fill<T>), Continuation.Of(response), response);
    }
}
