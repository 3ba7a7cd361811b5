using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Verification;

namespace ACip.Tests.Unit.Verification;

/// <summary>What is wrong with a chain is found, and named by its number; what only looks odd is not.</summary>
public sealed class StoredChainTests
{
    private static readonly StreamId Stream = new("plan-gh-2026");

    private static readonly DateTimeOffset Began = new(2026, 3, 16, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_whole_chain_is_whole()
    {
        AuditEvent[] chain = Three();

        StoredChain stored = StoredChain.Of(Stream, chain, Head(chain[2]));

        Assert.Empty(stored.Findings);
        Assert.Equal(chain, stored.Events);
        Assert.Equal([chain[0].Hash, chain[1].Hash, chain[2].Hash, null], Enumerable.Range(1, 4).Select(at => stored.HashOf(at)));
    }

    [Fact]
    public void One_that_was_taken_out_is_missing()
    {
        AuditEvent[] chain = Three();

        Assert.Equal(
            new Finding(FindingKind.AuditEventMissing, "plan-gh-2026#2", "Event 3 follows event 1."),
            Assert.Single(Findings([chain[0], chain[2]], Head(chain[2])))
        );
    }

    [Fact]
    public void One_that_was_put_in_the_place_of_another_continues_nothing()
    {
        AuditEvent other = Next(AuditHead.Empty with { Sequence = 1 }, Began.AddMinutes(1));

        Assert.Equal(
            new Finding(FindingKind.AuditChanged, "plan-gh-2026#2", "Does not continue event 1."),
            Assert.Single(Findings([Three()[0], other], head: null))
        );
    }

    [Fact]
    public void One_that_was_changed_says_so_by_its_hash_and_shows_in_every_later_one()
    {
        AuditEvent[] chain = Three();

        StoredChain stored = StoredChain.Of(Stream, [chain[0], chain[1] with { Reason = "another" }, chain[2]], Head(chain[2]));

        Assert.Equal(
            new Finding(FindingKind.AuditChanged, "plan-gh-2026#2", "Was changed after it was written."),
            Assert.Single(stored.Findings)
        );
        Assert.Equal(chain[0].Hash, stored.HashOf(1));
        Assert.NotEqual(chain[1].Hash, stored.HashOf(2));
        Assert.NotEqual(chain[2].Hash, stored.HashOf(3));
    }

    [Fact]
    public void An_end_that_was_cut_off_is_missed_by_the_head()
    {
        AuditEvent[] chain = Three();

        Assert.Equal(
            new Finding(FindingKind.AuditTruncated, "plan-gh-2026#3", "The stream ends at event 2; its head row says 3."),
            Assert.Single(Findings(chain[..2], Head(chain[2])))
        );
    }

    [Fact]
    public void A_beginning_that_was_cut_off_is_missing()
    {
        AuditEvent[] chain = Three();

        Assert.Equal(
            new Finding(FindingKind.AuditEventMissing, "plan-gh-2026#1", "Event 2 follows event 0."),
            Assert.Single(Findings(chain[1..], Head(chain[2])))
        );
    }

    [Fact]
    public void Where_all_is_gone_the_head_says_what_there_was() =>
        Assert.Equal(
            new Finding(FindingKind.AuditTruncated, "plan-gh-2026#3", "The stream ends at event 0; its head row says 3."),
            Assert.Single(Findings([], Head(Three()[2])))
        );

    [Fact]
    public void A_last_event_that_cannot_be_read_is_named_once_and_is_still_the_one_of_the_head()
    {
        AuditEvent[] chain = Three();
        (string, AuditEvent?)[] rows = [("audit|00000001", chain[0]), ("audit|00000002", chain[1]), ("audit|00000003", null)];

        Assert.Equal(
            new Finding(FindingKind.AuditChanged, "plan-gh-2026#3", "Its row audit|00000003 cannot be read."),
            Assert.Single(new StoredChain(Stream, rows, Head(chain[2])).Findings)
        );
    }

    [Fact]
    public void An_end_that_was_written_anew_is_missed_by_the_head_too()
    {
        AuditEvent[] chain = Three();
        AuditEvent other = Next(Head(chain[1]), Began.AddMinutes(3));

        Assert.Equal(FindingKind.AuditTruncated, Assert.Single(Findings([chain[0], chain[1], other], Head(chain[2]))).Kind);
    }

    [Fact]
    public void A_break_where_one_cannot_be_read_is_named_once_and_what_follows_is_still_checked()
    {
        AuditEvent[] chain = Three();
        (string, AuditEvent?)[] rows = [("audit|00000001", chain[0]), ("audit|00000002", null), ("audit|00000003", chain[2])];

        StoredChain stored = new(Stream, rows, Head(chain[2]));

        Assert.Equal(
            new Finding(FindingKind.AuditChanged, "plan-gh-2026#2", "Its row audit|00000002 cannot be read."),
            Assert.Single(stored.Findings)
        );
        Assert.Equal(chain[2].Hash, stored.HashOf(3));
        rows[2] = ("audit|00000003", chain[2] with { Reason = "another" });
        Assert.Equal(["plan-gh-2026#2", "plan-gh-2026#3"], new StoredChain(Stream, rows, null).Findings.Select(finding => finding.Where));
    }

    [Theory]
    [InlineData(0, true)] // just as much as two clocks differ
    [InlineData(1, false)]
    public void Two_clocks_may_differ_a_little(int ticksMore, bool whole)
    {
        AuditEvent first = Next(AuditHead.Empty, Began);
        AuditEvent second = Next(new AuditHead(1, first.Hash), Began - StoredChain.Skew - TimeSpan.FromTicks(ticksMore));

        Finding[] backwards =
        [
            new(FindingKind.TimeBackwards, "plan-gh-2026#2", "Says 2026-03-16 07:57 UTC; event 1 before it says 2026-03-16 08:00."),
        ];
        Assert.Equal(whole ? [] : backwards, Findings([first, second], head: null));
    }

    private static IReadOnlyList<Finding> Findings(IEnumerable<AuditEvent> events, AuditHead? head) =>
        StoredChain.Of(Stream, events, head).Findings;

    private static AuditEvent Next(AuditHead head, DateTimeOffset at) =>
        AuditEvent.After(head, new AuditEntry(AuditKind.ProgrammeChanged, "subject"), at);

    private static AuditHead Head(AuditEvent last) => new(last.Sequence, last.Hash);

    private static AuditEvent[] Three()
    {
        AuditEvent first = Next(AuditHead.Empty, Began);
        AuditEvent second = Next(Head(first), Began.AddMinutes(1));
        return [first, second, Next(Head(second), Began.AddMinutes(2))];
    }
}
