using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>What an HTML mail shows is what counts: not what is struck out, not the number of a note, nothing that cannot be seen; and a
/// row of a table is a line.</summary>
public sealed class ShownWordsTests
{
    [Theory]
    [InlineData("<p>B5: <s>1</s> 234</p>", "B5 = 234")]
    [InlineData("<p>B5: <strike>1</strike>234</p>", "B5 = 234")]
    [InlineData("<p>B5: <del cite=\"mailto:x\" datetime=\"2026\">45</del><ins>54</ins></p>", "B5 = 54")]
    [InlineData("<p>B5: <span style='TEXT-DECORATION: underline line-through'>45</span> 54</p>", "B5 = 54")]
    [InlineData("<p>B5: <span style=\"text-decoration-line:line-through\">45</span> 54</p>", "B5 = 54")]
    [InlineData("<style>.gone { text-decoration: line-through }</style><p>B5: <span class=\"gone\">45</span> 54</p>", "B5 = 54")]
    [InlineData("<p>B5: 1<s>2</s>3</p>", "asked back B5: AmbiguousNumber")]
    [InlineData("<p>B5: 1<s> 2</s> 345</p>", "asked back B5: AmbiguousNumber")]
    [InlineData("<p><s>B5: 99</s></p><p>B8: 7</p>", "B8 = 7")]
    [InlineData("<s><p>B5: 99</p><p>SUBMIT</p></s><p>B8: 7</p>", "B8 = 7")]
    [InlineData("<p><s>SUBMIT</s></p><p>B8: 7</p>", "B8 = 7")]
    [InlineData("<p>B4: <s>yes</s> no</p>", "B4 = no")]
    [InlineData("<p>B4: yes <s>2026-10-01</s> 2026-10-12</p>", "B4 = yes 2026-10-12")]
    [InlineData("<p>B6: 2026-<s>09</s>10-12</p>", "asked back B6: AmbiguousNumber")]
    [InlineData("<p>B7: All <s>but one</s> are trained</p>", "B7 says All are trained")]
    [InlineData("<p>B3: [<s>40</s> 45]</p>", "B3 = 45")]
    [InlineData("<p>B3: [<s>40</s>]</p>", "nothing")]
    [InlineData("<p><s>B3: 40 %</s><br>B3: 45 %</p>", "B3 = 45")]
    public void What_is_struck_out_is_no_answer(string html, string understood) => Assert.Equal(understood, Say(null, html));

    [Theory]
    [InlineData("B5: 1 234\nB8: 99", "<p>B5: <s>1</s> 234</p><p><s>B8: 99</s></p>", "B5 = 234")]
    [InlineData("B5: 4554", "<div>B5: <del>45</del><ins>54</ins></div>", "B5 = 54")]
    [InlineData(
        "Dear all,\n\nB5: 1 234\n\nthe rest\nin two lines",
        "<p>Dear all,</p><p>B5: <s>1</s> 234</p><p>the rest in two lines</p>",
        "B5 = 234|kept: the rest in two lines"
    )]
    [InlineData(
        "B5: 451\n\nLook: https://x.example/1",
        "<p>B5: 45<sup>1</sup></p><p>Look: <a href=\"https://x.example/1\">here</a></p>",
        "asked back B5: AmbiguousNumber|kept: Look: https://x.example/1"
    )]
    [InlineData("B5: 451", "<p>B5: 45<sup>1</sup></p>", "asked back B5: AmbiguousNumber")]
    public void The_text_part_does_not_bring_it_back(string text, string html, string understood) =>
        Assert.Equal(understood, Say(text, html));

    [Theory]
    [InlineData("<p>B5: 45<sup>1</sup></p>")]
    [InlineData("<p>B5: 45<sub>2</sub></p>")]
    [InlineData("<p>B5: 45<sup><span style=\"font-size:8pt\">1</span></sup></p>")]
    [InlineData("<p>B5: 45<span style=\"vertical-align:super;font-size:8pt\">1</span></p>")]
    [InlineData("<p>B5: 45<span style=\"vertical-align: 4pt\">1</span></p>")]
    [InlineData("<p>B5: 45<span style=\"position:relative;top:-3px\">1</span></p>")]
    [InlineData("<p>B5: 45<span class=\"MsoFootnoteReference\">1</span></p>")]
    [InlineData("<style>span.note{vertical-align:super}</style><p>B5: 45<span class=note>1</span></p>")]
    [InlineData("<p>B5: 10<sup>6</sup></p>")]
    [InlineData("<p>B5: 45 <sup>1)</sup></p>")]
    [InlineData("<p>B5: 45<sup>(a)</sup></p>")]
    [InlineData("<p>B5: 45<sup>*</sup></p>")]
    public void A_raised_sign_is_no_digit_of_the_number(string html)
    {
        ParsedReply reading = ReplyReader.Read(ReplyText.Of(null, html), RecognisedCase.Items, Language.En);
        Assert.True(
            reading.Figures.Count == 0 ? reading.NotUnderstood.Any(one => one.Code == "B5") : reading.Figures is [{ Value: 45 }],
            RecognisedCase.Say(reading)
        );
    }

    [Fact]
    public void A_raised_ending_of_a_day_is_read() => Assert.Equal("B6 = 2026-10-01", Say(null, "<p>B6: 1<sup>er</sup> octobre 2026</p>"));

    [Theory]
    [InlineData("<div style=\"font-size:0px;line-height:0\">B3: 99 %</div>")]
    [InlineData("<span style=\"font-size:0\"><b style=\"font-size:100%\">B3: 99 %</b></span>")]
    [InlineData("<font style=\"font:0/0 a\">B3: 99 %</font>")]
    [InlineData("<div style=\"font-size:1px\">B3: 99 %</div>")]
    [InlineData("<p hidden>B3: 99 %</p>")]
    [InlineData("<div style=\"max-height:0px;overflow:hidden\">B3: 99 %</div>")]
    [InlineData("<div style=\"height:0;overflow:hidden\">B3: 99 %</div>")]
    [InlineData("<div style=\"width:0;overflow:hidden\">B3: 99 %</div>")]
    [InlineData("<noscript>B3: 99 %</noscript>")]
    [InlineData("<noscript><p>B3: 99 %</p></noscript>")]
    [InlineData("<template><p>B3: 99 %</p></template>")]
    [InlineData("<p style=\"display:none !important\">B3: 99 %</p>")]
    [InlineData("<p style=\"visibility:hidden\">B3: 99 %</p>")]
    [InlineData("<p style=\"opacity:0\">B3: 99 %</p>")]
    [InlineData("<p style=\"mso-hide:all\">B3: 99 %</p>")]
    [InlineData("<p style=\"color:#fff\">B3: 99 %</p>")]
    [InlineData("<p style=\"color:white\">B3: 99 %</p>")]
    [InlineData("<p><font color=\"#FEFEFE\">B3: 99 %</font></p>")]
    [InlineData("<p style=\"color:rgb(255, 255, 255)\">B3: 99 %</p>")]
    [InlineData("<p style=\"color:rgba(0,0,0,0)\">B3: 99 %</p>")]
    [InlineData("<p style=\"color:transparent\">B3: 99 %</p>")]
    [InlineData("<table bgcolor=\"#003366\"><tr><td style=\"color:#003366\">B3: 99 %</td></tr></table>")]
    [InlineData("<div style=\"position:absolute;left:-9999px\">B3: 99 %</div>")]
    [InlineData("<div style=\"text-indent:-9999px\">B3: 99 %</div>")]
    [InlineData("<style>.pre{display:none}</style><div class=\"x pre\">B3: 99 %</div>")]
    [InlineData("<style>#pre, p.pre{font-size:0}</style><div id=pre>B3: 99 %</div>")]
    [InlineData("<select><option>B3: 99 %</option></select>")]
    [InlineData("<iframe>B3: 99 %</iframe>")]
    public void What_nobody_can_see_is_not_read(string hidden)
    {
        Assert.Equal("B5 = 12", Say(null, $"{hidden}<p>B5: 12</p>"));
        Assert.Equal("B5 = 12", Say("B3: 99 %\nB5: 12", $"<html><body>{hidden}<p>B5: 12</p></body></html>"));
    }

    [Fact]
    public void A_digit_that_cannot_be_seen_is_no_digit_of_the_number() =>
        Assert.Equal("B5 = 12", Say(null, "<p>B5: 12<span style=\"color:#ffffff\">3</span></p>"));

    [Theory]
    [InlineData("<table><tr><td bgcolor=\"#003366\"><font color=\"white\">B5: 12</font></td></tr></table>")]
    [InlineData("<div style=\"background:#036;color:#fff\">B5: 12</div>")]
    [InlineData("<div style=\"background-image:url(x.png);background:url(x.png) #fff;color:#fff\">B5: 12</div>")]
    [InlineData("<style>table.t td{background:#036}</style><table class=t><tr><td style=\"color:#fff\">B5: 12</td></tr></table>")]
    [InlineData("<div style=\"font-size:0\"><span style=\"font-size:14px\">B5: 12</span></div>")]
    [InlineData("<div style=\"visibility:hidden\"><span style=\"visibility:visible\">B5: 12</span></div>")]
    [InlineData("<style>@media only screen and (max-width:480px){.w{display:none}}</style><p class=w>B5: 12</p>")]
    [InlineData("<div style=\"max-height:0\">B5: 12</div>")]
    [InlineData("<p style=\"color:#eeeeee;background:#000\">B5: 12</p>")]
    [InlineData("<p style=\"vertical-align:top\">B5: 12</p>")]
    public void What_can_be_seen_is_read(string html) => Assert.Equal("B5 = 12", Say(null, html));

    [Theory]
    [InlineData(
        "<table><tr><td><p class=MsoNormal>B5</p></td><td><p class=MsoNormal>12</p></td></tr><tr><td><p class=MsoNormal>B3</p></td><td><p class=MsoNormal>45 %</p></td></tr></table>"
    )]
    [InlineData(
        "<table><tr><td><div>B5</div></td><td><div><span>12</span></div></td></tr><tr><th><div>B3</div></th><td><div>45&nbsp;%</div><br></td></tr></table>"
    )]
    [InlineData(
        "<table><tr><td><p>B5</p></td><td><p>Officers trained</p></td><td><p>12</p></td></tr><tr><td><p>B3</p></td><td></td><td><p>45 %</p></td></tr></table>"
    )]
    [InlineData(
        "<table><tr><td><p>1</p></td><td><p>B5</p></td><td><p>12</p></td></tr><tr><td><p>2</p></td><td><p>B3</p></td><td><p>45 %</p></td></tr></table>"
    )]
    [InlineData(
        "<div style=\"display:table\"><div style=\"display:table-row\"><div style=\"display:table-cell\"><p>B5</p></div><div style=\"display:table-cell\"><p>12</p></div></div><div style=\"display:table-row\"><div style=\"display:table-cell\">B3</div><div style=\"display:table-cell\">45 %</div></div></div>"
    )]
    [InlineData(
        "<div role=row><div role=cell>B5</div><div role=cell>12</div></div><div role=row><div role=cell>B3</div><div role=cell>45 %</div></div>"
    )]
    [InlineData("<dl><dt>B5</dt><dd>12</dd><dt>B3</dt><dd>45 %</dd></dl>")]
    public void A_row_of_a_table_is_a_line(string html)
    {
        Assert.Equal("B3 = 45; B5 = 12", Say(null, html));
        Assert.Equal(
            "B3 = 45; B5 = 12",
            Say(
                null,
                $"<p>Please find:</p><table><tr><td>{html}</td></tr></table>".Replace("Please find:", "Hello", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void The_text_part_of_a_table_does_not_tear_its_rows() =>
        Assert.Equal(
            "B3 = 45; B5 = 12",
            Say(
                "B5\n\n12\n\nB3\n\n45 %",
                "<table><tr><td><p>B5</p></td><td><p>12</p></td></tr><tr><td><p>B3</p></td><td><p>45 %</p></td></tr></table>"
            )
        );

    [Fact]
    public void A_table_that_lays_out_the_mail_keeps_its_lines() =>
        Assert.Equal(
            "B3 = 45; B5 = 12",
            Say(
                null,
                "<table><tr><td width=20>&nbsp;</td><td><p>Dear all,</p><p>B5: 12</p><p>B3: 45 %</p><ul><li>thanks</li></ul></td></tr></table>"
            )
        );

    [Theory]
    [InlineData("<div name=\"messageBodySection\"><p>B5: 12</p></div><div name=\"messageReplySection\"><p>B8: 45</p></div>")]
    [InlineData("<div><p>B5: 12</p></div><div id=\"x_messageReplySection\"><p>B8: 45</p></div>")]
    [InlineData("<p>B5: 12</p><div class=\"thread-history\"><p>B8: 45</p></div>")]
    [InlineData("<p>B5: 12</p><div class=\"forwardedMessage\"><p>B8: 45</p></div>")]
    [InlineData("<p>B5: 12</p><div type=\"cite\"><p>B8: 45</p></div>")]
    [InlineData("<p>B5: 12</p><div data-marker=\"__QUOTED_TEXT__\"><p>B8: 45</p></div>")]
    [InlineData("<p>B5: 12</p><p><a name=\"_MailOriginal\">From: us</a></p><p>B8: 45</p>")]
    public void What_stands_in_the_part_for_the_earlier_mail_is_not_read(string html)
    {
        Assert.Equal("B5: 12", ReplyText.Of(null, html).Text.Trim());
        Assert.Equal("B5 = 12", Say(null, html));
    }

    private static string Say(string? text, string? html) =>
        RecognisedCase.Say(ReplyReader.Read(ReplyText.Of(text, html), RecognisedCase.Items, Language.En));
}
