using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>NIL says that there is nothing at all. Where something stands beside it, it submits nothing; and what stands beside it
/// counts.</summary>
public sealed class NilBesideItemsTests
{
    [Fact]
    public void An_answer_counts_although_a_nil_names_its_item() =>
        Assert.Equal("B5 = 12|asked back B5: NilOrItem", RecognisedCase.Say(Read("B5: 12\nNIL: nothing more for B5")));

    [Theory]
    [InlineData("NIL: nothing for B12")]
    [InlineData("NIL: as said before (B12), no activity")]
    [InlineData("NIL: no activity/B12")]
    public void A_code_like_those_of_the_form_is_an_item_of_another_quarter(string mail) =>
        Assert.Equal("asked back: NilOrItem", RecognisedCase.Say(Read(mail)));

    [Theory]
    [InlineData("no B2B exchange yet")]
    [InlineData("we wait for A4 paper")]
    [InlineData("we wait for BX12 paper")]
    [InlineData("the road b12 is closed")]
    [InlineData("nothing since 2025")]
    public void Words_with_a_digit_that_are_no_code_of_such_a_form_name_no_item(string reason) =>
        Assert.Equal($"Nil({reason})", RecognisedCase.Say(Read($"NIL: {reason}")));

    [Fact]
    public void An_item_without_a_number_is_like_no_other() =>
        Assert.Equal(
            "Nil(nothing for B12)",
            RecognisedCase.Say(
                ReplyReader.Read(ReplyText.Of("NIL: nothing for B12", null), [new("B", FormItemKind.Number, "Officers")], Language.En)
            )
        );

    [Fact]
    public void A_doubtful_nil_is_a_line_that_was_not_understood_and_the_answers_beside_it_were() =>
        Assert.Equal(
            [
                new("B4: yes", LineEnd.Understood),
                new("NIL: no activity", LineEnd.NotUnderstood),
                new("The airport was closed.", LineEnd.Narrative),
                new("B5: 12", LineEnd.Understood),
            ],
            Read("B4: yes\nNIL: no activity\nThe airport was closed.\nB5: 12").Lines
        );

    [Fact]
    public void Said_twice_it_is_asked_about_once_and_neither_line_was_understood()
    {
        ParsedReply reading = Read("NIL: no activity\nNIL: no activity\nB5: 12");
        Assert.Equal("NIL: no activity", Assert.Single(reading.NotUnderstood).Line);
        Assert.Equal([LineEnd.NotUnderstood, LineEnd.NotUnderstood, LineEnd.Understood], reading.Lines.Select(line => line.End));
    }

    [Fact]
    public void A_reason_over_two_lines_is_asked_back_whole_and_the_same_words_elsewhere_are_kept()
    {
        const string Nil = "NIL: the census goes on in all of the northern posts and\nwe heard nothing";
        ParsedReply reading = Read($"B5: 12\n{Nil}\n\nwe heard nothing");
        Assert.Equal(Nil, Assert.Single(reading.NotUnderstood).Line);
        Assert.Equal(
            [LineEnd.Understood, LineEnd.NotUnderstood, LineEnd.NotUnderstood, LineEnd.Narrative],
            reading.Lines.Select(line => line.End)
        );
        Assert.Equal("we heard nothing", reading.Narrative);
    }

    private static ParsedReply Read(string mail) => ReplyReader.Read(ReplyText.Of(mail, null), RecognisedCase.Items, Language.En);
}
