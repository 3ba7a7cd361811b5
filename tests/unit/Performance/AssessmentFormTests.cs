using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Performance;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Serialization;

namespace ACip.Tests.Unit.Performance;

public sealed class AssessmentFormTests
{
    private static readonly AssessmentRecord Asked = new(
        new AssessmentRef(new AdministrationId("AF"), 2026),
        PmmReference.Shipped,
        default,
        AssessmentState.Asked,
        new Dictionary<string, KpiAnswer>()
    );

    [Fact]
    public void A_line_that_is_not_named_stays_as_it_was()
    {
        AssessmentRecord record = After(After(Asked, "K1: 5\nK2: 6\nK3: 7\nK4: 8\nD1: 4\nD2: 1, 2"), "D1: 3");
        Assert.Equal("K1 Public, K2 Public, K3 Donors, K4 Programme", Travels(record));
    }

    [Fact]
    public void What_is_said_before_the_answer_holds_for_it()
    {
        AssessmentRecord record = After(After(Asked, "K1: 5\nD1: 1, 2, 3\nD2: 4"), "K2: 6\nK4: 7");
        Assert.Equal("K1 Donors, K2 Donors, K4 Public", Travels(record));
        Assert.Equal("K3", Assert.Single(record.Ahead!).Key);
        Assert.Null(After(record, "K3: 8").Ahead);
    }

    [Fact]
    public void A_line_takes_the_place_of_the_one_before() =>
        Assert.Equal("K1 Programme, K2 Donors", Travels(After(After(Asked, "K1: 5\nK2: 6\nD1: 1"), "D1: 2")));

    [Fact]
    public void What_is_in_both_lines_is_for_everybody() =>
        Assert.Equal("K1 Public, K2 Donors", Travels(After(Asked, "K1: 5\nK2: 6\nD1: 1, 2\nD2: 1")));

    [Fact]
    public void What_is_named_for_donors_alone_is_no_longer_for_everybody() =>
        Assert.Equal("K1 Donors, K2 Public", Travels(After(After(Asked, "K1: 5\nK2: 6\nD2: 1, 2"), "D1: 1")));

    [Fact]
    public void A_corrected_figure_travels_as_far_as_before() =>
        Assert.Equal("K1 Donors", Travels(After(After(Asked, "K1: 5\nD1: 1"), "K1: 6")));

    [Fact]
    public void Of_two_answers_the_one_that_arrived_later_stands_whichever_is_worked_on_first()
    {
        AssessmentRecord newer = After(Asked, "K1: 5\nD1: 1", Morning.AddDays(1));
        AssessmentRecord both = After(newer, "K1: 3\nK2: 7\nD2: 1, 2", Morning);
        Assert.Equal((5m, 7m), (both.Answers["K1"].Value, both.Answers["K2"].Value));
        Assert.Equal("K1 Donors, K2 Programme", Travels(both));

        AssessmentSaid older = Said(newer, "K1: 3\nD2: 1", Morning);
        Assert.True(older.NothingNew);
        Assert.Equal(["K1: 3", "D2: 1"], AssessmentForm.Unclear(older, Language.En).Select(line => line.Line));
        Assert.False(Said(newer, "K1: 3\nK4: 1", Morning).NothingNew);
        Assert.Equal(3, After(both, "K1: 3", Morning.AddDays(2)).Answers["K1"].Value);
    }

    private static readonly DateTimeOffset Morning = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    private static string Travels(AssessmentRecord record) =>
        string.Join(
            ", ",
            record.Answers.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value.Disclosure}")
        );

    /// <summary>As it is stored, and read again for the next reply.</summary>
    private static AssessmentRecord After(AssessmentRecord record, string reply, DateTimeOffset at = default) =>
        Json.Read<AssessmentRecord>(Json.Write(Said(record, reply, at).Over(record)));

    private static AssessmentSaid Said(AssessmentRecord record, string reply, DateTimeOffset at)
    {
        ParsedReply read = ReplyReader.Read(ReplyText.Of(reply, null), AssessmentForm.Items(record.Reference, Language.En), Language.En);
        return AssessmentForm.Answers(record, read, new PersonId("one"), at, new EntrySource("mail:1"));
    }
}
