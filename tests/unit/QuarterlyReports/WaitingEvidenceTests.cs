using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>A file may be there before the figure that it supports.</summary>
public sealed class WaitingEvidenceTests
{
    private static readonly ReportingPeriod Quarter = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), default, default, default);

    [Fact]
    public void A_file_is_linked_to_its_figure_once_that_comes_and_to_no_other()
    {
        ReportRecord report = ReportRecord.NotDue(new PlanId("gh-2026"), new AdministrationId("GH"), Quarter, 1) with
        {
            Entries = new Dictionary<string, ReportEntry> { ["B1"] = Entry("B1"), ["B2"] = Entry("B2") },
        };
        ReportRecord after = EvidenceLinks.WithWaiting(
            report,
            [File("a", "B1", "B9"), File("a", "B1"), File("no", EvidenceState.Rejected, "B2")]
        );
        Assert.Equal(["a"], after.Entries["B1"].EvidenceSha256);
        Assert.Empty(after.Entries["B2"].EvidenceSha256);
        Assert.Equal(2, after.Entries.Count);
        Assert.Equal(["a"], EvidenceLinks.WithWaiting(after, [File("a", "B1")]).Entries["B1"].EvidenceSha256);
    }

    [Fact]
    public void A_rejected_file_supports_nothing_any_more_and_takes_no_other_along()
    {
        ReportRecord report = ReportRecord.NotDue(new PlanId("gh-2026"), new AdministrationId("GH"), Quarter, 1) with
        {
            Entries = new Dictionary<string, ReportEntry>
            {
                ["B1"] = Entry("B1") with { EvidenceSha256 = ["no", "a"] },
                ["M1"] = Entry("M1") with { EvidenceSha256 = ["no"] },
            },
        };

        ReportRecord after = EvidenceLinks.WithWaiting(report, [File("no", EvidenceState.Rejected, "B1", "M1"), File("a", "B1")]);

        Assert.Equal(["a"], after.Entries["B1"].EvidenceSha256);
        Assert.Empty(after.Entries["M1"].EvidenceSha256);
        Assert.Equal(["no"], report.Entries["M1"].EvidenceSha256);
    }

    private static EvidenceFile File(string sha, params string[] items) => File(sha, EvidenceState.Quarantined, items);

    private static EvidenceFile File(string sha, EvidenceState state, params string[] items) =>
        new(sha, $"{sha}.pdf", "Pdf", 1, Quarter.Key, items, new PersonId("p"), DateTimeOffset.UnixEpoch, EntrySource.Link, state);

    private static ReportEntry Entry(string code) =>
        new(
            code,
            1,
            null,
            null,
            null,
            null,
            new Dictionary<string, decimal>(),
            [],
            new PersonId("p"),
            DateTimeOffset.UnixEpoch,
            EntrySource.Link,
            ""
        );
}
