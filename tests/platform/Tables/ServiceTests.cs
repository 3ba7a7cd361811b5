using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace ACip.Tests.Platform.Tables;

[Collection(WithAzurite.Name)]
public sealed class ServiceTests(AzuriteFixture azurite)
{
    private static string NewName => $"t{Guid.NewGuid():N}";

    [Fact]
    public async Task Tables_are_made_listed_and_deleted()
    {
        var service = new TableServiceClient(azurite.ConnectionString);
        string name = NewName;

        await service.CreateTableIfNotExistsAsync(name);
        Assert.Equal(name, (await service.CreateTableIfNotExistsAsync(name)).Value.Name);
        var again = await Assert.ThrowsAsync<RequestFailedException>(() => service.CreateTableAsync(name));
        List<string> found = await service.QueryAsync(TableServiceClient.CreateQueryFilter($"TableName eq {name}")).Select(table => table.Name).ToListAsync();
        List<string> all = await service.QueryAsync(maxPerPage: 1).Select(table => table.Name).ToListAsync();

        Assert.Equal((409, "TableAlreadyExists"), (again.Status, again.ErrorCode));
        Assert.Equal([name], found);
        Assert.Contains(name, all);
        Assert.Equal(204, (await service.DeleteTableAsync(name)).Status);
        Assert.Equal(404, (await service.DeleteTableAsync(name)).Status);
    }

    [Fact]
    public async Task A_table_that_is_not_there()
    {
        TableClient table = new TableServiceClient(azurite.ConnectionString).GetTableClient("nowhere");

        var add = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        var query = await Assert.ThrowsAsync<RequestFailedException>(async () => await table.QueryAsync<TableEntity>().ToListAsync());

        Assert.Equal((404, "TableNotFound"), (add.Status, add.ErrorCode));
        Assert.Equal((404, "TableNotFound"), (query.Status, query.ErrorCode));
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_a_rotated_one_is_used_from_then_on()
    {
        string right = azurite.ConnectionString.Split("AccountKey=")[1].Split(';')[0];
        var credential = new TableSharedKeyCredential("devstoreaccount1", Convert.ToBase64String(new byte[32]));
        var table = new TableClient(azurite.Azurite.TableEndpoint, NewName, credential);

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateAsync());
        credential.SetAccountKey(right);
        await table.CreateAsync();

        Assert.Equal(403, refused.Status);
        Assert.Equal(("devstoreaccount1", new Uri($"{azurite.Azurite.TableEndpoint}/{table.Name}")), (table.AccountName, table.Uri));
    }

    [Fact]
    public async Task A_token_is_never_sent_in_the_clear()
    {
        var table = new TableClient(azurite.Azurite.TableEndpoint, NewName, new FixedToken());
        await Assert.ThrowsAsync<InvalidOperationException>(() => table.CreateAsync());
    }

    [Fact]
    public async Task A_token_is_asked_for_storage_and_sent_as_bearer()
    {
        var credential = new FixedToken();
        var wire = new Wire(_ => null);
        var table = new TableClient(new Uri("https://acip.table.core.windows.net"), "Programme", credential, new TableClientOptions { Transport = wire });

        await table.AddEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Assert.Equal("Bearer secret", wire.Requests.Single().Authorization);
        Assert.Equal("acip", table.AccountName);
    }

    [Fact]
    public async Task The_callers_policies_see_every_attempt_and_an_unwell_service_is_tried_again()
    {
        string name = NewName;
        await new TableClient(azurite.ConnectionString, name).CreateAsync();
        var faults = new Faults(2);
        var options = new TableClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1) } };
        options.AddPolicy(faults, HttpPipelinePosition.PerRetry);
        var table = new TableClient(azurite.ConnectionString, name, options);

        Response added = await table.AddEntityAsync(new TableEntity("p", "r"));

        Assert.Equal((204, 3), (added.Status, faults.Attempts));
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("usedevelopmentstorage=TRUE;", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=acip;AccountKey=AAAA;EndpointSuffix=core.windows.net", "https://acip.table.core.windows.net/")]
    [InlineData("accountname=acip;ACCOUNTKEY=AAAA==;endpointsuffix=core.chinacloudapi.cn", "https://acip.table.core.chinacloudapi.cn/")]
    [InlineData("AccountName=acip;AccountKey=AAAA;TableEndpoint=http://10.0.0.1:10002/acip;BlobEndpoint=http://10.0.0.1:10000/acip", "http://10.0.0.1:10002/acip")]
    public void A_connection_string_says_where_the_tables_are(string text, string expected) =>
        Assert.Equal(new Uri(expected), new TableServiceClient(text.Replace("AAAA==", "AAAAAA==", StringComparison.Ordinal)).Uri);

    [Theory]
    [InlineData("nonsense", typeof(FormatException))]
    [InlineData("AccountName=acip", typeof(InvalidOperationException))]
    [InlineData("AccountName=acip;accountname=b;AccountKey=AAAA", typeof(FormatException))]
    [InlineData("", typeof(ArgumentException))]
    public void A_connection_string_that_is_none_is_refused(string text, Type exception) =>
        Assert.IsType(exception, Record.Exception(() => new TableServiceClient(text)));

    private sealed class FixedToken : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("secret", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    /// <summary>The first attempts do not reach the service.</summary>
    private sealed class Faults(int failures) : HttpPipelinePolicy
    {
        public int Attempts { get; private set; }

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            ++Attempts <= failures ? throw new IOException("The cable was pulled.") : ProcessNextAsync(message, pipeline);

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
    }
}
