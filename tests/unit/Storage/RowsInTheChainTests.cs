using System.Security.Cryptography;
using System.Text;
using ACip.Tests.Unit.Infrastructure;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure.Data.Tables;

namespace ACip.Tests.Unit.Storage;

public sealed class RowsInTheChainTests
{
    private static readonly StreamId Stream = new("plan-gh-2026");
    private static readonly DateTimeOffset Now = new(2027, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void An_event_from_before_there_were_versions_still_verifies()
    {
        const string unsigned =
            """{"sequence":1,"at":"2026-01-01T00:00:00+00:00","kind":"PlanDrafted","subject":"gh-2026","by":"officer-one","reason":"é","previous":"0000000000000000000000000000000000000000000000000000000000000000","hash":""}""";
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(unsigned)));
        AuditEvent old = Json.Read<AuditEvent>(unsigned.Replace("\"hash\":\"\"", $"\"hash\":\"{hash}\"", StringComparison.Ordinal));
        AuditEvent next = AuditEvent.After(new AuditHead(1, hash), new AuditEntry(AuditKind.PlanSubmitted, "gh-2026"), Now);

        Assert.Empty(StoredChain.Of(Stream, [old, next], new AuditHead(2, next.Hash)).Findings);
        Assert.Equal((null, AuditEvent.Canonical), (old.Version, next.Version));
        Assert.NotEmpty(StoredChain.Of(Stream, [old with { Reason = "e" }, next], null).Findings);
    }

    [Fact]
    public void An_event_of_today_is_hashed_over_its_members_in_the_order_of_their_names()
    {
        const string canonical =
            """{"at":"2027-01-02T03:04:05+00:00","by":"officer-one","hash":"","kind":"PlanDrafted","previous":"0000000000000000000000000000000000000000000000000000000000000000","reason":"é","sequence":1,"subject":"gh-2026","version":2}""";
        var entry = new AuditEntry(AuditKind.PlanDrafted, "gh-2026", new PersonId("officer-one"), "é");

        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))),
            AuditEvent.After(AuditHead.Empty, entry, Now).Hash
        );
    }

    [Fact]
    public void The_hash_of_an_event_covers_the_rows_that_it_names()
    {
        AuditEvent link = AuditEvent.After(
            AuditHead.Empty,
            new AuditEntry(AuditKind.ReportAccepted, "20260101-20260331"),
            Now,
            [new RowMark("report|20260101-20260331", "aa"), new RowMark("task|x", null)]
        );
        AuditEvent again = Json.Read<AuditEvent>(Json.Write(link));
        Assert.Equal(link.Hash, again.ComputeHash());
        Assert.NotEqual(
            link.Hash,
            (again with { Rows = [new RowMark("report|20260101-20260331", "ab"), new RowMark("task|x", null)] }).ComputeHash()
        );
        Assert.NotEqual(link.Hash, (again with { Rows = [new RowMark("report|20260101-20260331", "aa")] }).ComputeHash());
    }

    [Fact]
    public void Time_that_runs_backwards_is_named_and_the_clocks_of_two_machines_are_not()
    {
        AuditEvent first = AuditEvent.After(AuditHead.Empty, new AuditEntry(AuditKind.PlanDrafted, "x"), Now);
        AuditEvent second = AuditEvent.After(
            new AuditHead(1, first.Hash),
            new AuditEntry(AuditKind.PlanSubmitted, "x"),
            Now.AddSeconds(-30)
        );
        AuditEvent third = AuditEvent.After(new AuditHead(2, second.Hash), new AuditEntry(AuditKind.PlanApproved, "x"), Now.AddHours(-1));
        Finding backwards = Assert.Single(StoredChain.Of(Stream, [first, second, third], new AuditHead(3, third.Hash)).Findings);
        Assert.Equal((FindingKind.TimeBackwards, "plan-gh-2026#3"), (backwards.Kind, backwards.Where));
    }

    [Fact]
    public void Names_types_values_and_salt_each_change_a_rows_hash_and_keys_and_tags_do_not()
    {
        TableEntity Row(string name, object value, string salt = "s") => new("p", "k") { [name] = value, ["Salt"] = salt };
        string hash = RowHash.Of(Row("Json", "1"));
        Assert.NotEqual(hash, RowHash.Of(Row("Json2", "1")));
        Assert.NotEqual(hash, RowHash.Of(Row("Json", 1)));
        Assert.NotEqual(RowHash.Of(Row("Json", 1)), RowHash.Of(Row("Json", 1L)));
        Assert.NotEqual(hash, RowHash.Of(Row("Json", "2")));
        Assert.NotEqual(hash, RowHash.Of(Row("Json", "1", "t")));
        Assert.Equal(
            hash,
            RowHash.Of(
                new TableEntity("q", "l")
                {
                    ["Salt"] = "s",
                    ["Json"] = "1",
                    ["Timestamp"] = Now,
                    ["odata.etag"] = "x",
                }
            )
        );
    }

    /// <summary>Who knows an address cannot try it on the hash of an erased row: what it was salted with was in the row.</summary>
    [Fact]
    public void A_salt_is_drawn_anew_at_each_writing()
    {
        var salt = new RowSalt();
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => salt.Draw(Stream, "person|x", 1)).Distinct().Count());
        Assert.Equal(32, salt.Draw(Stream, "person|x", 1).Length);
    }

    [Fact]
    public void What_a_unit_changes_stands_in_its_last_event_and_what_is_outside_the_chain_in_none()
    {
        var unit = new UnitOfWork(Stream)
            .Add("plan-version|0001", new SampleFact(1))
            .Add("mail|abc", new SampleFact(2))
            .Delete(new Row<SampleFact>("plan-workbook|x", new SampleFact(3), new("tag")))
            .Record(new AuditEntry(AuditKind.PlanSubmitted, "a"))
            .Record(new AuditEntry(AuditKind.PlanApproved, "b"));
        ChainedRows rows = new ChainedCommit(unit, new RowSalt()).After(null, Now);
        AuditEvent[] events =
        [
            .. rows
                .Actions.Select(action => (TableEntity)action.Entity)
                .Where(row => row.RowKey.StartsWith("audit|", StringComparison.Ordinal))
                .Select(row => RowShape.Read<AuditEvent>(row).Value),
        ];
        Assert.Null(events[0].Rows);
        Assert.Equal(["plan-version|0001", "plan-workbook|x"], events[1].Rows!.Select(mark => mark.Key));
        Assert.Equal(RowHash.Of((TableEntity)rows.Actions[0].Entity), events[1].Rows![0].Hash);
        Assert.Null(events[1].Rows![1].Hash);
        Assert.False(new ChainedCommit(new UnitOfWork(Stream).Add("mail|abc", new SampleFact(2)), new RowSalt()).IsChained);
        Assert.True(new ChainedCommit(new UnitOfWork(Stream).Add("task|abc", new SampleFact(2)), new RowSalt()).IsSilent);
    }

    [Fact]
    public void The_decision_says_of_every_kind_that_is_outside_why()
    {
        string page = SourceTree.Read("docs/decisions/rows-in-the-chain.md");
        Assert.NotEmpty(OutsideChainAttribute.All);
        Assert.All(
            OutsideChainAttribute.All,
            one => Assert.Contains($"| `{one.Key.TrimEnd('|')}` | {one.Why}", page, StringComparison.Ordinal)
        );
    }

    private sealed record SampleFact(int Value);
}
