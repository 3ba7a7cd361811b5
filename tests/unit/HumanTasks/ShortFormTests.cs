using ACip.Tests.Unit.Multilateral;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Multilateral.Practices;
using ACip.Workflows.Serialization;

namespace ACip.Tests.Unit.HumanTasks;

public sealed class ShortFormTests
{
    private static readonly ShortForm Form = LifeSamples.Registration;

    [Theory]
    [InlineData("T1: yes\nT2: 3\nT3: 2", "")]
    [InlineData("T1: no", "")] // who does not come is asked nothing more
    [InlineData("T1: yes\nT2: 3", "T3")]
    [InlineData("T2: 3\nT3: 1", "T1")]
    public void Missing_is_what_the_answers_leave_open(string reply, string missing) =>
        Assert.Equal(missing, string.Join(",", Form.Missing(Read(reply).Values)));

    [Theory]
    [InlineData("T2: 2.5")]
    [InlineData("T2: 999999")]
    public void Read_asks_back_for_a_count_that_cannot_be(string reply)
    {
        ShortFormReply read = Read(reply);
        Assert.Empty(read.Values);
        Assert.Equal("Write a whole number that can be true.", Assert.Single(read.Unclear).HowToSay);
    }

    /// <summary>A nought, by which people mean "none", would be in the mean mark of the event and of its expert.</summary>
    [Theory]
    [InlineData("E1: 0", null)]
    [InlineData("E1: 1", 1)]
    [InlineData("E1: 5", 5)]
    [InlineData("E1: 6", null)]
    public void A_mark_is_from_1_to_5(string reply, int? mark)
    {
        ShortFormReply read = ShortFormReply.Read(LifeSamples.Attendance, Message(reply), Language.En);
        Assert.Equal(mark, (int?)read.Values.GetValueOrDefault(DeliveryForms.Useful)?.Number);
        Assert.Equal(mark is null ? 1 : 0, read.Unclear.Count);
    }

    /// <summary>Earlier forms took a nought.</summary>
    [Theory]
    [InlineData(0, null)]
    [InlineData(4, 4)]
    [InlineData(null, null)]
    public void A_nought_is_no_mark(int? given, int? mark)
    {
        var values = new Dictionary<string, ShortFormValue> { [DeliveryForms.Useful] = new(given) };
        var answer = new ShortFormAnswer(new TaskId("t"), null, values, true, new PersonId("one"), default, new EntrySource("mail:1"));
        Assert.Equal(mark, (int?)DeliveryForms.MarkOf(answer));
    }

    [Fact]
    public void Read_keeps_words_in_the_language_of_the_mail()
    {
        ShortFormReply read = ShortFormReply.Read(Form, Message("T1 : oui\nT2 : 1\nT3 : 0\nT4 : registre des cadeaux"), Language.Fr);
        Assert.True(read.Values[DeliveryForms.Comes].Yes);
        Assert.Equal("registre des cadeaux", read.Values[DeliveryForms.Wishes].Words);
        Assert.Equal("oui", ShortFormLines.Said(read.Values[DeliveryForms.Comes], Language.Fr));
    }

    [Fact]
    public void What_the_page_showed_and_somebody_emptied_goes_and_what_it_did_not_show_stays()
    {
        var stands = new Dictionary<string, ShortFormValue>
        {
            [DeliveryForms.Comes] = new(Yes: true),
            ["T2"] = new(Number: 3),
            ["T3"] = new(Number: 2),
            [DeliveryForms.Wishes] = new(Words: "Gifts"),
        };
        var sent = new Dictionary<string, string>
        {
            [ShortFormLink.Field(DeliveryForms.Comes)] = "yes",
            [ShortFormLink.Field("T2")] = "4",
            [ShortFormLink.Field("T3")] = "2",
        };
        Assert.Equal("Gifts", Then(sent)[DeliveryForms.Wishes].Words); // of a browser that is not known, as of a mail

        sent[ShortFormLink.ShownField] = "T1 T2 T4";
        IReadOnlyDictionary<string, ShortFormValue> then = Then(sent);
        Assert.Equal(["T1", "T2", "T3"], then.Keys);
        Assert.Equal(4, then["T2"].Number);

        IReadOnlyDictionary<string, ShortFormValue> Then(IReadOnlyDictionary<string, string> fields)
        {
            var link = new ShortFormLink(null!, null, Form, null);
            return new ShortFormSaid(null!, default, link.Values(fields), default, EntrySource.Link)
            {
                Emptied = link.Emptied(fields),
            }.Over(Answer(stands));
        }
    }

    [Fact]
    public void Words_for_a_practice_that_are_taken_back_leave_those_that_were_proposed()
    {
        GoodPractice asked = LifeSamples.Practice,
            changed = asked.In("Posts change."),
            again = changed.In("Posts change often."),
            back = again.In(null);
        Assert.Equal(("Posts change often.", asked.Text), (again.Text, again.Proposed));
        Assert.Equal(asked.Text, back.Text);
        Assert.Null(asked.In(null).Proposed);
        Assert.Equal("Posts change.", back.In("Posts change.").Text);

        // who answers again reads what was proposed, not what they have written
        string Quoted(GoodPractice practice) =>
            string.Join(
                "\n",
                PublishPracticeTask
                    .Of(practice, Text.Same("Mali"))
                    .Says(language => new DateWords(language, "UTC"))
                    .Select(said => said.In(Language.En))
            );

        Assert.Equal(Quoted(asked), Quoted(again));
    }

    /// <summary>A reason would be taken for nobody, or for no.</summary>
    [Theory]
    [InlineData("P1: n/a the list was not kept by sex", "")]
    [InlineData("P3: n/a nobody was asked", "P3")] // optional: it adds nothing
    [InlineData("E1: n/a nobody was asked", "E1")] // a mark that was not given is in no mean
    [InlineData("T1: n/a the minister has not decided", "")]
    [InlineData("T2: n/a not known yet", "")]
    [InlineData("T4: n/a nothing for now", "T4")]
    public void A_reason_is_no_answer_where_something_follows_from_it(string reply, string taken)
    {
        ShortForm form = reply[0] == 'T' ? Form : LifeSamples.Attendance;
        ShortFormReply read = ShortFormReply.Read(form, Message(reply), Language.En);
        Assert.Equal(taken, string.Join(",", read.Values.Keys));
        if (taken.Length == 0)
        {
            Assert.StartsWith("This question needs an answer", Assert.Single(read.Unclear).HowToSay, StringComparison.Ordinal);
            Assert.Equal(reply, read.Unclear[0].Line);
        }
    }

    /// <summary>There is no such command here, so the words are kept and said back.</summary>
    [Theory]
    [InlineData("NIL: the ministry has frozen the file", "")]
    [InlineData("T1: yes\nNIL: the ministry has frozen the file", "T1")]
    public void Nil_is_words(string reply, string taken)
    {
        ShortFormReply read = Read(reply);
        Assert.Equal("NIL: the ministry has frozen the file", read.Kept);
        Assert.Empty(read.Unclear);
        Assert.Equal(taken, string.Join(",", read.Values.Keys));
    }

    [Fact]
    public void Of_two_answers_to_a_question_the_one_that_arrived_later_stands_whichever_is_worked_on_first()
    {
        ShortFormAnswer newer = After(null, Morning.AddDays(1), ("T1", new(Yes: false)));
        ShortFormSaid older = Said(Morning, ("T1", new(Yes: true)), ("T2", new(Number: 3)));

        Assert.Equal(["T1"], older.Overtaken(newer));
        Assert.False(older.ChangesNothing(newer));
        ShortFormAnswer both = After(newer, Morning, ("T1", new(Yes: true)), ("T2", new(Number: 3)));
        Assert.Equal((false, 3), (both.Yes("T1"), both.Count("T2")));

        // each goes by its own moment, also when it was stored and read again
        both = Json.Read<ShortFormAnswer>(Json.Write(both));
        Assert.True(Said(Morning.AddHours(1), ("T1", new(Yes: true))).ChangesNothing(both));
        Assert.False(Said(Morning.AddHours(1), ("T2", new(Number: 4))).ChangesNothing(both));
        Assert.Equal(4, After(both, Morning.AddHours(1), ("T2", new(Number: 4))).Count("T2"));
        Assert.True(After(both, Morning.AddDays(2), ("T1", new(Yes: true))).Yes("T1"));
    }

    [Fact]
    public void What_was_taken_back_does_not_come_again_by_an_older_mail()
    {
        ShortFormAnswer said = After(null, Morning, ("T4", new(Words: "Gifts")));
        ShortFormSaid emptied = Said(Morning.AddDays(1)) with { Emptied = ["T4"] };
        ShortFormAnswer without = Answer(emptied.Over(said)) with { Given = emptied.GivenOver(said) };
        Assert.Empty(without.Values);
        Assert.True(Said(Morning.AddHours(1), ("T4", new(Words: "Gifts again"))).ChangesNothing(without));
    }

    /// <summary>Rows from before know when the whole was given.</summary>
    [Fact]
    public void An_older_row_goes_by_the_moment_of_the_whole()
    {
        ShortFormAnswer row = Answer(new Dictionary<string, ShortFormValue> { ["T1"] = new(Yes: false) }) with { At = Morning };
        Assert.True(Said(Morning.AddHours(-1), ("T1", new(Yes: true))).ChangesNothing(row));
        Assert.False(Said(Morning.AddHours(1), ("T1", new(Yes: true))).ChangesNothing(row));
        Assert.False(Said(Morning.AddHours(-1), ("T2", new(Number: 1))).ChangesNothing(row));
    }

    private static readonly DateTimeOffset Morning = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    private static ShortFormSaid Said(DateTimeOffset at, params (string Code, ShortFormValue Value)[] values) =>
        new(null!, default, values.ToDictionary(one => one.Code, one => one.Value), at, EntrySource.Link);

    private static ShortFormAnswer After(ShortFormAnswer? before, DateTimeOffset at, params (string, ShortFormValue)[] values)
    {
        ShortFormSaid said = Said(at, values);
        return Answer(said.Over(before)) with { At = at, Given = said.GivenOver(before) };
    }

    private static ShortFormAnswer Answer(IReadOnlyDictionary<string, ShortFormValue> values) =>
        new(new TaskId("t"), null, values, true, new PersonId("one"), default, new EntrySource("mail:1"));

    private static ShortFormReply Read(string text) => ShortFormReply.Read(Form, Message(text), Language.En);

    private static InboundMessage Message(string text) =>
        new(MailHeaders.Read("From: ama@customs.example"), null, [], [], "", text, null, null, [], [], []);
}
