using System.Text;
using ACip.Local.Faults.Refusals;

namespace ACip.Tests.Platform.Faults;

/// <summary>Bodies and addresses that Microsoft's client for .NET does not write, but others may.</summary>
public sealed class EntityRulesTests
{
    [Theory]
    [InlineData("""{"A":1,"A":2}""", "DuplicatePropertiesSpecified")]
    [InlineData("""{"A":null,"A":2,"B":{"x":[1]},"C":[1,{"A":3}],"odata.etag":"W/1","Timestamp":"0001-01-01T00:00:00Z"}""", null)]
    [InlineData("""{"odata.other":1}""", "PropertyNameInvalid")]
    [InlineData("""{"\u0031a":1}""", "PropertyNameInvalid")]
    [InlineData("""{"\u00e9":1}""", null)]
    [InlineData("""{"PartitionKey":"a\u002Fb"}""", "OutOfRangeInput")]
    [InlineData("""{"At":"0001-01-01T00:00:00Z"}""", null)] // text
    [InlineData("""{"At@odata.type":"Edm.DateTime","At":"0001-01-01T00:00:00Z"}""", "OutOfRangeInput")]
    [InlineData("""{"At":"0001-01-01T00:00:00Z","B":1,"At@odata.type":"Edm.DateTime"}""", "OutOfRangeInput")]
    [InlineData("""{"A":1""", null)]
    [InlineData("""[{"1":1}]""", null)]
    [InlineData("", null)]
    public void A_row_is_judged_however_it_is_written(string json, string? code) =>
        Assert.Equal(code, EntityRules.Check(Encoding.UTF8.GetBytes(json), new TableAddress("Table", null, null)).Refusal?.Code);

    [Theory]
    [InlineData(64 * 1024, true)]
    [InlineData((64 * 1024) + 1, false)]
    public void Bytes_are_counted_as_bytes_wherever_their_type_stands(int bytes, bool taken)
    {
        string value = Convert.ToBase64String(new byte[bytes]);
        foreach (
            string json in (string[])
                [$$"""{"B@odata.type":"Edm.Binary","A":1,"B":"{{value}}"}""", $$"""{"B":"{{value}}","A":1,"B@odata.type":"Edm.Binary"}"""]
        )
        {
            Refusal? refusal = EntityRules.Check(Encoding.UTF8.GetBytes(json), new TableAddress("Table", null, null)).Refusal;
            Assert.Equal(taken ? null : Refusal.PropertyValueTooLarge, refusal);
        }
    }

    [Theory]
    [InlineData("""x\n\\\"\u00e9é🌍\ud83c\udf0d""", 10)]
    [InlineData("", 0)]
    public void Escaped_text_is_counted_as_it_is_read(string escaped, int length) =>
        Assert.Equal(length, EntityNames.Length(Encoding.UTF8.GetBytes(escaped)));

    [Theory]
    [InlineData("/account/Table(PartitionKey='p',RowKey='r')", "Table", "p", "r")]
    [InlineData("http://127.0.0.1:10002/account/Table(PartitionKey='p',RowKey='')?$format=x", "Table", "p", "")]
    [InlineData("/account/T(PartitionKey='%27%27%2F%20é',RowKey='a''b%23''')", "T", "'/ é", "a'b#'")]
    [InlineData("/account/T(PartitionKey=%27a%27%27%2CRowKey%3D%27,RowKey=%27b%27)", "T", "a',RowKey=", "b")]
    [InlineData("/account/Table()?$filter=PartitionKey%20eq%20'a/b'", "Table", null, null)]
    [InlineData("/account/Tables('Old')", "Tables", null, null)]
    [InlineData("/account/$batch", "$batch", null, null)]
    [InlineData("/account/?restype=service&comp=properties", "", null, null)]
    [InlineData("/account?comp=list", "", null, null)]
    public void An_address_names_table_and_row(string target, string table, string? partition, string? row) =>
        Assert.Equal(new TableAddress(table, partition, row), TableAddress.Read(target));
}
