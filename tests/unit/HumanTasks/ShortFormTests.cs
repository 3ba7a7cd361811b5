using ACip.Tests.Unit.Multilateral;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.Multilateral.Delivery;

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

    [Fact]
    public void Read_keeps_words_in_the_language_of_the_mail()
    {
        ShortFormReply read = ShortFormReply.Read(Form, Message("T1 : oui\nT2 : 1\nT3 : 0\nT4 : registre des cadeaux"), Language.Fr);
        Assert.True(read.Values[DeliveryForms.Comes].Yes);
        Assert.Equal("registre des cadeaux", read.Values[DeliveryForms.Wishes].Words);
        Assert.Equal("oui", ShortFormLines.Said(read.Values[DeliveryForms.Comes], Language.Fr));
    }

    private static ShortFormReply Read(string text) => ShortFormReply.Read(Form, Message(text), Language.En);

    private static InboundMessage Message(string text) =>
        new(MailHeaders.Read("From: ama@customs.example"), null, [], [], "", text, null, null, [], [], []);
}
