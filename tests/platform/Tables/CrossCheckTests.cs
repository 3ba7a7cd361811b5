using System.Diagnostics;
using System.Text.Json;
using Azure.Data.Tables;

namespace ACip.Tests.Platform.Tables;

/// <summary>What our slice writes, Microsoft's own JavaScript client reads, and the other way round.</summary>
public sealed class CrossCheckTests(AzuriteFixture azurite) : TableTests(azurite)
{
    private const string Partition = "l'été 100 %";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Tables", "crosscheck");

    private static readonly (string Name, object Value)[] Properties =
    [
        ("String", "Côte d’Ivoire \"{1}\" 日本 🌍\n"),
        ("Int32", -7),
        ("Int64", long.MinValue),
        ("Double", 0.1),
        ("WholeDouble", 3d),
        ("NotANumber", double.NaN),
        ("Infinite", double.NegativeInfinity),
        ("Boolean", true),
        ("Guid", Guid.Parse("c2b1b2de-0bb4-4fd4-9c3e-8d3b6f9f3a11")),
        ("DateTime", new DateTimeOffset(2026, 10, 31, 18, 14, 59, TimeSpan.Zero).AddTicks(1234567)),
        ("Binary", new byte[] { 0, 1, 254, 255 }),
    ];

    [Fact]
    public async Task What_the_other_client_writes_we_read()
    {
        await NodeAsync("write");

        List<TableEntity> rows = await Table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition).ToListAsync();

        Assert.Equal(["alone", "in a 'transaction'", "upserted"], rows.Select(row => row.RowKey));
        Assert.All(rows, row => Assert.Equal(Properties, Properties.Select(property => (property.Name, row[property.Name]))));
    }

    [Fact]
    public async Task What_we_write_the_other_client_reads()
    {
        await Table.AddEntityAsync(Row("alone"));
        await Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Row("in a 'transaction'")),
            new(TableTransactionActionType.UpsertReplace, Row("upserted")),
        ]);

        using JsonDocument read = JsonDocument.Parse(await NodeAsync("read"));

        Assert.Equal(["alone", "in a 'transaction'", "upserted"], read.RootElement.EnumerateArray().Select(row => row.GetProperty("rowKey").GetString()));
        foreach (JsonElement row in read.RootElement.EnumerateArray())
        {
            Assert.Equal("Côte d’Ivoire \"{1}\" 日本 🌍\n", Text(row, "String", "String"));
            Assert.Equal("-7", Text(row, "Int32", "Int32"));
            Assert.Equal("-9223372036854775808", Text(row, "Int64", "Int64"));
            Assert.Equal("0.1", Text(row, "Double", "Double"));
            Assert.Equal("NaN", Text(row, "NotANumber", "Double"));
            Assert.Equal("-Infinity", Text(row, "Infinite", "Double"));
            Assert.Equal("true", Text(row, "Boolean", "Boolean"));
            Assert.Equal("c2b1b2de-0bb4-4fd4-9c3e-8d3b6f9f3a11", Text(row, "Guid", "Guid"));
            Assert.Equal("2026-10-31T18:14:59.1234567Z", Text(row, "DateTime", "DateTime"));
            Assert.Equal("AAH+/w==", Text(row, "Binary", "Binary"));
        }
    }

    private static TableEntity Row(string key)
    {
        var row = new TableEntity(Partition, key);
        foreach (var (name, value) in Properties)
        {
            row[name] = value;
        }

        return row;
    }

    // {"value":…,"type":"Int64"}; the client leaves JSON's own types bare
    private static string Text(JsonElement row, string name, string type)
    {
        JsonElement property = row.GetProperty(name);
        if (property.ValueKind == JsonValueKind.Object)
        {
            Assert.Equal(type, property.GetProperty("type").GetString());
            property = property.GetProperty("value");
        }

        return property.ValueKind == JsonValueKind.String ? property.GetString()! : property.GetRawText();
    }

    private async Task<string> NodeAsync(string mode)
    {
        string installed = Path.Combine(Folder, "node_modules", ".package-lock.json");
        if (!File.Exists(installed))
        {
            await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        }

        return await RunAsync("node", "crosscheck.mjs", mode, Azurite.ConnectionString, Table.Name);
    }

    private static async Task<string> RunAsync(string command, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{command} {arguments[0]}: {await errors}");
        return output;
    }
}
