using ACip.Tests.Unit.Time;
using ACip.Workflows.Dossiers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Dossiers;

/// <summary>What of a stream goes into a dossier.</summary>
public sealed class DossierMatterTests
{
    private static readonly DossierStream Grant = new(StreamId.Programme, "norad-acip", ["norad-acip-2", "norad-acip-2027"]);

    [Theory]
    [InlineData("finance|norad-acip|20260101-20261231", true)]
    [InlineData("norad-acip-notice-1", true)]
    [InlineData("""{"agreement":"norad-acip-2","after":"norad-acip"}""", true)]
    [InlineData("finance|norad-acip-2|20260101-20261231", false)]
    [InlineData("agreement|norad-acip-2027", false)]
    [InlineData("agreement|norad-acip2", false)]
    [InlineData("agreement|snorad-acip", false)]
    [InlineData(null, false)]
    public void A_grant_takes_nothing_of_one_whose_id_goes_on(string? word, bool holds) => Assert.Equal(holds, Grant.Holds(word));

    [Fact]
    public void Nobody_s_address_goes_along_with_a_report()
    {
        ReportRecord report = ReportRecord.NotDue(
            new PlanId("mx-2026"),
            new AdministrationId("MX"),
            PeriodSchedule.Build(Calendars.Quarters, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), Calendars.Of("MX"))[0],
            1
        );
        var stream = new StreamId("plan-mx-2026");
        Assert.Null(DossierFacts.Nameless(RowShape.Write(stream, ReportRows.Key(report.Period.Key), report)));
        ReportRecord asking = report with
        {
            ContributorRequests =
            [
                new ContributorRequest(
                    1,
                    "kofi@elsewhere.example",
                    ["B3"],
                    new PersonId("p-1"),
                    DateTimeOffset.UnixEpoch,
                    EntrySource.Link
                ),
            ],
        };
        string nameless = DossierFacts.Nameless(RowShape.Write(stream, ReportRows.Key(report.Period.Key), asking))!;
        Assert.DoesNotContain("kofi", nameless, StringComparison.Ordinal);
        Assert.Contains("B3", nameless, StringComparison.Ordinal);
    }
}
