using System.Globalization;
using System.Text;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Revision;
using FsCheck;
using FsCheck.Fluent;

namespace ACip.Tests.Unit.ActionPlans;

public sealed class PlanDocumentTests
{
    private static readonly ActionPlan Ghana = RuleCases.Right;

    [Fact]
    public void Whatever_is_written_reads_back_to_the_same_hash() =>
        Prop.ForAll(AnyPlan.Arbitrary, plan => PlanDocument.Hash(PlanDocument.Read(PlanDocument.Write(plan))) == PlanDocument.Hash(plan))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Writing_loses_nothing() =>
        Prop.ForAll(AnyPlan.Arbitrary, plan => PlanComparison.Compare(plan, PlanDocument.Read(PlanDocument.Write(plan))).IsEmpty)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        byte[] here = PlanDocument.Write(Ghana);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fr-FR") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−" } };
            Assert.Equal(here, PlanDocument.Write(Ghana));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_figure_written_with_more_zeros_is_the_same_figure() =>
        Assert.Equal(
            PlanDocument.Hash(Ghana with { Indicators = [Ghana.Indicators[0] with { Targets = [new Target(Ghana.End, 80m)] }] }),
            PlanDocument.Hash(Ghana with { Indicators = [Ghana.Indicators[0] with { Targets = [new Target(Ghana.End, 80.00m)] }] })
        );

    [Fact]
    public void A_sample_plan_is_accepted() =>
        Assert.Equal(PlanDocument.Hash(Ghana), PlanDocument.Hash(PlanDocument.Parse(PlanDocument.Write(Ghana)).Plan!));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"id\":")]
    [InlineData("")]
    public void What_is_no_plan_is_refused_and_not_thrown(string json)
    {
        PlanReading reading = PlanDocument.Parse(Encoding.UTF8.GetBytes(json));
        Assert.Null(reading.Plan);
        Assert.NotNull(reading.Why);
    }

    [Theory]
    [InlineData("\"title\":", "\"titel\":")]
    [InlineData("\"level\":\"Output\"", "\"level\":\"Outcome\"")]
    [InlineData("\"level\":\"Output\"", "\"level\":17")]
    [InlineData("\"measure\":\"Percentage\"", "\"measure\":99")]
    [InlineData("\"keyFactors\":[4,5]", "\"keyFactors\":[\"4\"]")]
    [InlineData("\"keyFactors\":[4,5]", "\"keyFactors\":null")]
    [InlineData("\"groups\":[\"women\",\"men\"]", "\"groups\":[null]")]
    [InlineData("\"value\":46", "\"value\":\"46\"")]
    [InlineData("\"value\":46", "\"value\":1e400")]
    [InlineData("\"version\":1}", "\"version\":1,\"version\":2}")]
    [InlineData(",\"version\":1}", "}")]
    public void A_misspelt_null_or_unknown_property_is_refused(string what, string by)
    {
        string json = Encoding.UTF8.GetString(PlanDocument.Write(Ghana));
        Assert.Contains(what, json, StringComparison.Ordinal);
        PlanReading reading = PlanDocument.Parse(Encoding.UTF8.GetBytes(json.Replace(what, by, StringComparison.Ordinal)));
        Assert.Null(reading.Plan);
        Assert.StartsWith("$", reading.At, StringComparison.Ordinal);
    }
}
