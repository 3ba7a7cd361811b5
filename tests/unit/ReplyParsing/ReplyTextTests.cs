using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.ReplyParsing;

public sealed class ReplyTextTests
{
    public static TheoryData<string> Fixtures => [.. ReplyFixture.All.Select(fixture => fixture.Name)];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Of_gives_the_words_of_the_sender_and_no_quoted_line(string name)
    {
        ReplyFixture fixture = ReplyFixture.All.Single(one => one.Name == name);
        foreach ((string? text, string? html) in new[] { (fixture.Text, null), (null, fixture.Html), (fixture.Text, fixture.Html) })
        {
            if (text is null && html is null)
            {
                continue;
            }

            ReplyText reply = ReplyText.Of(text, html);
            Assert.DoesNotContain("QUOTED", reply.Text, StringComparison.Ordinal);
            Assert.Equal(ReplyFixture.Letters(fixture.Expected), ReplyFixture.Letters(reply.Text));
        }
    }

    [Fact]
    public void The_fixtures_come_from_many_programs_and_languages()
    {
        Assert.True(ReplyFixture.All.Count >= 60);
        Assert.True(ReplyFixture.All.Select(fixture => fixture.Program).Distinct().Count() >= 12);
        Assert.Superset(
            new HashSet<string> { "en", "fr", "es", "pt", "de", "it", "nl", "sv", "no", "pl", "ru", "uk", "zh", "ar" },
            ReplyFixture.All.Select(fixture => fixture.Language).ToHashSet()
        );
    }

    [Fact]
    public void Of_keeps_what_was_written_exactly_spaces_and_all() =>
        Assert.Equal(
            "B3:  45 %\n\n    indented\twith a tab",
            ReplyText
                .Of("\r\nB3:  45 %\r\n\r\n    indented\twith a tab\r\n\r\n\r\nOn 12/10/2026 18:26, X wrote:\r\n> QUOTED\r\n", null)
                .Text
        );

    [Fact]
    public void Of_keeps_the_quoted_lines_apart_without_their_signs() =>
        Assert.Equal(["B3: [45]", "  deeper", ""], ReplyText.Of("OK\n\n> B3: [45]\n>> >   deeper\n>\n", null).Quoted);

    [Fact]
    public void Of_nothing_is_empty()
    {
        Assert.Equal("", ReplyText.Of(null, null).Text);
        Assert.Equal("", ReplyText.Of("", " ").Text);
        Assert.Equal("", ReplyText.Of("> all\n> quoted", null).Text);
    }

    [Fact]
    public void Of_two_parts_believes_the_one_that_takes_less() =>
        Assert.Equal(
            "Yes",
            ReplyText.Of("Yes\n\nQUOTED without a mark", "<p>Yes</p><blockquote type=\"cite\">QUOTED without a mark</blockquote>").Text
        );

    [Fact]
    public void Of_html_reads_a_table_row_as_a_line() =>
        Assert.Equal(
            "B3\t45 %\nB4\tyes",
            ReplyText
                .Of(null, "<table><tr><td>B3</td><td>45&nbsp;%</td></tr><tr><td>B4</td><td>yes</td></tr></table>")
                .Text.Replace('\u00A0', ' ')
        );

    [Theory]
    [InlineData("Sent from my desk, is much easier than my phone.")]
    [InlineData("Sent from a magnificent torch of pixels")]
    [InlineData("Envoyé par la direction, ce jour")]
    [InlineData("Enviado por la directora del proyecto")]
    public void Of_keeps_prose_that_begins_like_a_phone_signature(string line) =>
        Assert.Equal($"Hello\n\n{line}", ReplyText.Of($"Hello\n\n{line}\n", null).Text);

    [Fact]
    public void Of_survives_absurd_nesting()
    {
        Assert.Equal("", ReplyText.Of(null, string.Concat(Enumerable.Repeat("<div>", 100_000)) + "QUOTED").Text);
        Assert.Equal(
            "",
            ReplyText.Of(string.Concat(Enumerable.Range(1, 2000).Select(depth => new string('>', depth) + " QUOTED\n")), null).Text
        );
    }
}
