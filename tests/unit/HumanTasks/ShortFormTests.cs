using ACip.Tests.Unit.Multilateral;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Multilateral.Practices;

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
            }.Over(stands);
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

    private static ShortFormReply Read(string text) => ShortFormReply.Read(Form, Message(text), Language.En);

    private static InboundMessage Message(string text) =>
        new(MailHeaders.Read("From: ama@customs.example"), null, [], [], "", text, null, null, [], [], []);
}
