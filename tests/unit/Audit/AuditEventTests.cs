using ACip.Workflows.Audit;

namespace ACip.Tests.Unit.Audit;

public sealed class AuditEventTests
{
    private static readonly DateTimeOffset Began = new(2026, 3, 16, 8, 0, 0, TimeSpan.Zero);

    private static readonly AuditEntry Entry = new(AuditKind.ProgrammeChanged, "subject");

    [Fact]
    public void An_event_is_never_before_the_one_that_it_follows()
    {
        AuditHead head = AuditHead.Empty with { At = Began };

        Assert.Equal(Began, AuditEvent.After(head, Entry, Began.AddSeconds(-1)).At); // a clock that was set back
        Assert.Equal(Began.AddSeconds(1), AuditEvent.After(head, Entry, Began.AddSeconds(1)).At);
    }

    [Fact]
    public void An_event_that_changes_no_row_says_nothing_of_rows()
    {
        RowMark[] rows = [new("a", null)];

        Assert.Null(AuditEvent.After(AuditHead.Empty, Entry, Began, []).Rows);
        Assert.Equal(rows, AuditEvent.After(AuditHead.Empty, Entry, Began, rows).Rows);
    }
}
