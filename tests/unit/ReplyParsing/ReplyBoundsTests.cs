using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>The same bounds in a mail as on a page: what is longer is asked back, and nothing of it is cut and kept.</summary>
public sealed class ReplyBoundsTests
{
    private static readonly FormItem[] Items =
    [
        new("N1", FormItemKind.Narrative, "Progress"),
        new("A1", FormItemKind.Number, "Declarations"),
    ];

    [Fact]
    public void A_text_in_a_mail_is_taken_up_to_the_bound_and_asked_back_beyond_it()
    {
        string longest = Text(TextBounds.Narrative);
        Assert.Equal(longest, Assert.Single(Read($"N1: {longest}").Figures).Narrative);
        ParsedReply longer = Read($"N1: {longest}y\nA1: 3");
        Assert.Equal("A1", Assert.Single(longer.Figures).Code);
        NotUnderstood asked = Assert.Single(longer.NotUnderstood);
        Assert.Equal(("N1", NotUnderstoodReason.TooLong), (asked.Code, asked.Reason));
        Assert.True(asked.Line.Length < 600);
        Assert.Equal(
            [("N1", NotUnderstoodReason.TooLong)],
            Read($"N1: {Text(100_000)}").NotUnderstood.Select(one => (one.Code!, one.Reason))
        );
    }

    [Fact]
    public void So_is_the_reason_of_a_nil_report_and_of_a_missing_value()
    {
        string longer = Text(TextBounds.Reason + 1);
        ParsedReply nil = Read($"NIL: {longer}");
        Assert.Null(nil.Command);
        Assert.Equal(NotUnderstoodReason.TooLong, Assert.Single(nil.NotUnderstood).Reason);
        Assert.Equal(NotUnderstoodReason.TooLong, Assert.Single(Read($"A1: n/a {longer}").NotUnderstood).Reason);
    }

    [Fact]
    public void A_number_that_no_report_could_add_up_is_none()
    {
        var reading = new ParsedReply(
            null,
            [new ReplyFigure("A1", SoundJson.LargestNumber + 1, null, null, null, null, new Dictionary<string, decimal>(), "A1: …")],
            []
        );
        Assert.Equal(NotUnderstoodReason.NotANumber, Assert.Single(ReplyBounds.Hold(reading).NotUnderstood).Reason);
        Assert.Empty(ReplyBounds.Hold(reading).Figures);
    }

    private static string Text(int length) => string.Concat(Enumerable.Repeat("words ", length)).AsSpan(0, length - 1).ToString() + "x";

    private static ParsedReply Read(string mail) => ReplyReader.Read(new ReplyText(mail, [], []), Items, Language.En);
}
