using ACip.Workflows.Audit;

namespace ACip.Tests.Unit.Storage;

/// <summary>What is wrong with a chain is found, and named by its number; what only looks odd is not.</summary>
public sealed class AuditChainTests
{
    private static readonly DateTimeOffset Began = new(2026, 3, 16, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_whole_chain_is_whole() => Assert.Empty(AuditChain.Verify(Three(), Head(Three()[^1])));

    [Fact]
    public void One_that_was_taken_out_is_missing()
    {
        AuditEvent[] chain = Three();

        string wrong = Assert.Single(AuditChain.Verify([chain[0], chain[2]], Head(chain[2])));

        Assert.Equal("audit event 2 is missing: 3 follows 1", wrong);
    }

    [Fact]
    public void One_that_was_put_in_the_place_of_another_continues_nothing()
    {
        AuditEvent[] chain = Three();
        AuditEvent other = Next(AuditHead.Empty with { Sequence = 1 }, Began.AddMinutes(1));

        IReadOnlyList<string> wrong = AuditChain.Verify([chain[0], other], head: null);

        Assert.Equal(["audit event 2 does not continue event 1"], wrong);
    }

    [Fact]
    public void One_that_was_changed_says_so_by_its_hash()
    {
        AuditEvent[] chain = Three();

        IReadOnlyList<string> wrong = AuditChain.Verify([chain[0], chain[1] with { Reason = "another" }, chain[2]], Head(chain[2]));

        Assert.Equal(["audit event 2 was changed after it was written"], wrong);
    }

    [Fact]
    public void An_end_that_was_cut_off_is_missed_by_the_head()
    {
        AuditEvent[] chain = Three();

        string wrong = Assert.Single(AuditChain.Verify(chain[..2], Head(chain[2])));

        Assert.StartsWith("the chain ends at event 2, its head says 3", wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)] // just as much as two clocks differ
    [InlineData(1, false)]
    public void Two_clocks_may_differ_a_little(int ticksMore, bool whole)
    {
        AuditEvent first = Next(AuditHead.Empty, Began);
        AuditEvent second = Next(new AuditHead(1, first.Hash), Began - AuditChain.Skew - TimeSpan.FromTicks(ticksMore));

        Assert.Equal(whole ? [] : ["audit event 2 is older than the one before it"], AuditChain.Verify([first, second], head: null));
    }

    [Fact]
    public void An_event_is_never_before_the_one_that_it_follows()
    {
        AuditHead head = AuditHead.Empty with { At = Began };

        Assert.Equal(Began, Next(head, Began.AddSeconds(-1)).At); // a clock that was set back
        Assert.Equal(Began.AddSeconds(1), Next(head, Began.AddSeconds(1)).At);
    }

    [Fact]
    public void An_event_that_changes_no_row_says_nothing_of_rows()
    {
        RowMark[] rows = [new("a", null)];

        Assert.Null(AuditEvent.After(AuditHead.Empty, Entry, Began, []).Rows);
        Assert.Equal(rows, AuditEvent.After(AuditHead.Empty, Entry, Began, rows).Rows);
    }

    private static AuditEntry Entry { get; } = new(AuditKind.ProgrammeChanged, "subject");

    private static AuditEvent Next(AuditHead head, DateTimeOffset at) => AuditEvent.After(head, Entry, at);

    private static AuditHead Head(AuditEvent last) => new(last.Sequence, last.Hash);

    private static AuditEvent[] Three()
    {
        AuditEvent first = Next(AuditHead.Empty, Began);
        AuditEvent second = Next(Head(first), Began.AddMinutes(1));
        return [first, second, Next(Head(second), Began.AddMinutes(2))];
    }
}
