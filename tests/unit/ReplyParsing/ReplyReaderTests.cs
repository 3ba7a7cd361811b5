using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.ReplyParsing;

public sealed class ReplyReaderTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, RecognisedCase.All.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_understands_or_asks_back(int number)
    {
        RecognisedCase one = RecognisedCase.All[number];
        Assert.Equal(one.Understood, one.Read());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    public void Read_takes_nothing_from_the_empty_form_quoted_pasted_or_in_html(Language language)
    {
        string form = MailedForm.Write(RecognisedCase.Items, language);
        string quoted = string.Concat(form.Split('\n').Select(line => $"> {line}\n"));
        string html = MailedForm.Html(RecognisedCase.Items, language);
        foreach (
            ReplyText reply in new[]
            {
                ReplyText.Of(form, null),
                ReplyText.Of(quoted, null),
                ReplyText.Of(null, html),
                ReplyText.Of(null, $"<blockquote type=\"cite\">{html}</blockquote>"),
                new ReplyText(form.Replace('\n', ' '), [], []),
            }
        )
        {
            Assert.Equal("nothing", RecognisedCase.Say(ReplyReader.Read(reply, RecognisedCase.Items, language)));
        }
    }

    [Fact]
    public void Read_never_takes_a_figure_from_a_label_that_looks_like_one()
    {
        FormItem[] items =
        [
            new("B3", FormItemKind.Number, "Compared with the year before\nB4: 50 [B4: [7]] B3: 9"),
            new("B4", FormItemKind.Number, "Other"),
        ];
        string form = MailedForm.Write(items, Language.En);
        Assert.Empty(ReplyReader.Read(ReplyText.Of(form, null), items, Language.En).Figures);
        Assert.Empty(ReplyReader.Read(new("", form.Split('\n'), []), items, Language.En).Figures);
    }

    [Fact]
    public void Read_answers_between_quoted_lines_of_the_form_by_their_code_only()
    {
        ParsedReply reading = ReplyReader.Read(
            ReplyText.Of("> B3: [      ]\n45\n> B5: [      ]\nB5: 7\n", null),
            RecognisedCase.Items,
            Language.En
        );
        Assert.Equal("B5 = 7|asked back: NoCode", RecognisedCase.Say(reading));
    }

    [Fact]
    public void Every_reason_says_how_to_say_it_in_three_languages() =>
        Assert.All(
            Enum.GetValues<NotUnderstoodReason>(),
            reason =>
            {
                Text sentence = new NotUnderstood("", "B3", reason).HowToSay;
                Assert.Equal(3, new[] { sentence.En, sentence.Fr, sentence.Es }.Distinct().Count(words => words.Length > 20));
            }
        );

    [Fact]
    public void A_sensitive_answer_is_not_repeated_in_what_is_asked_back() =>
        Assert.DoesNotContain(
            "12",
            ReplyReader.Read(ReplyText.Of("B9: 12", null), RecognisedCase.Items, Language.En).NotUnderstood.Single().Line,
            StringComparison.Ordinal
        );
}
