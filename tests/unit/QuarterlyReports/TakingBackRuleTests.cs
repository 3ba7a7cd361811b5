using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports;

public sealed class TakingBackRuleTests
{
    private static readonly DateTimeOffset Locks = new(2026, 8, 14, 16, 0, 0, TimeSpan.Zero);

    private static readonly ReportingPeriod Period = new(
        new DateOnly(2026, 4, 1),
        new DateOnly(2026, 6, 30),
        new DateTimeOffset(2026, 7, 1, 5, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 7, 31, 16, 0, 0, TimeSpan.Zero),
        Locks
    );

    public static TheoryData<ReportState, ReportMove, bool> All
    {
        get
        {
            var data = new TheoryData<ReportState, ReportMove, bool>();
            foreach (ReportState state in Enum.GetValues<ReportState>())
            {
                data.Add(state, ReportMove.Recall, state == ReportState.Submitted);
                data.Add(state, ReportMove.Reopen, state == ReportState.Accepted);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_undecided_is_recalled_what_is_accepted_is_opened_and_nothing_else(ReportState state, ReportMove move, bool may) =>
        Assert.Equal(may, TakingBack.Refuse(Report(state), move, Locks.AddDays(-1)) is null);

    [Fact]
    public void What_would_be_missed_at_once_is_not_recalled() =>
        Assert.Equal("report-past-lock", TakingBack.Refuse(Report(ReportState.Submitted), ReportMove.Recall, Locks)?.Rule);

    [Theory]
    [InlineData(ReportState.Submitted, ReportMove.Recall)]
    [InlineData(ReportState.Accepted, ReportMove.Reopen)]
    public void The_next_round_begins_and_all_can_be_changed(ReportState state, ReportMove move)
    {
        ReportRecord before = Report(state) with { AcceptedItems = move == ReportMove.Reopen ? ["A1"] : [] };
        ReportRecord after = TakingBack.Apply(before, move, new TakenBack(new PersonId("somebody"), Locks.AddDays(-2), "why"));
        Assert.Equal((ReportState.Returned, before.Round + 1), (after.State, after.Round));
        Assert.Empty(after.AcceptedItems);
        Assert.Equal("why", after.Submissions[^1].SentBack?.Reason);
        Assert.Equal(before.Submissions[^1].Decision, after.Submissions[^1].Decision); // who had accepted it stays on record
    }

    private static ReportRecord Report(ReportState state) =>
        ReportRecord.NotDue(new PlanId("af-2026"), new AdministrationId("AF"), Period, 1) with
        {
            State = state,
            Submissions =
            [
                new ReportSubmission(1, new PersonId("coordinator-af"), Locks.AddDays(-20), new EntrySource("api:test"))
                {
                    Decision =
                        state == ReportState.Accepted
                            ? new ReviewDecision(
                                true,
                                new PersonId("approver-one"),
                                Locks.AddDays(-9),
                                null,
                                new Dictionary<string, string>()
                            )
                            : null,
                },
            ],
        };
}
