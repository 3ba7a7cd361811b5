using ACip.Functions.Pages.Audit;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;

namespace ACip.Tests.Unit.Functions;

public sealed class AuditPlacesTests
{
    [Theory]
    [InlineData("plan-af-2026", AuditKind.ReportAccepted, "20260101-20260331", "/plans/af-2026/reports/20260101-20260331")]
    [InlineData("plan-af-2026", AuditKind.TaskAsked, "af-2026-report-20260101-20260331-r1", "/plans/af-2026/reports/20260101-20260331")]
    [InlineData("plan-af-2026", AuditKind.PlanApproved, "af-2026", "/plans/af-2026")]
    [InlineData("agreement-norad", AuditKind.DonorReportIssued, "20260101-20261231", "/donor-reports/norad/20260101-20261231")]
    [InlineData("inbox", AuditKind.MailDiscarded, "0123", null)]
    public void An_event_leads_to_the_page_that_shows_what_it_names(string stream, AuditKind kind, string subject, string? expected) =>
        Assert.Equal(
            expected,
            AuditPlaces.Of(new StreamId(stream), new AuditEvent(1, DateTimeOffset.UnixEpoch, kind, subject, null, null, null, "", ""))
        );
}
