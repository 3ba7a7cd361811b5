using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;
using FsCheck;
using FsCheck.Fluent;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>What comes back from the form after any mail program has had it in its hands.</summary>
public sealed class QuotedFormProperties
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(1500).WithReplay(20_260_101UL, 7UL);

    private static readonly (string Name, Func<string, string> Quote)[] Styles =
    [
        ("signs", form => Each(form, "> ")),
        ("signs without space", form => Each(form, ">")),
        ("signs twice", form => Each(form, "> > ")),
        ("signs twice, joined", form => Each(form, ">> ")),
        ("signs, indented", form => Each(form, "  > ")),
        ("signs, no-break space", form => Each(form, ">\u00A0")),
        ("escaped after a sign", form => Each(form, ">&gt; ")),
        ("bars", form => $"On 12/10/2026 18:26, X wrote:\n{Each(form, "| ")}"),
        ("Gmail", form => $"On Mon, Oct 12, 2026 at 6:26 PM X <x@reports.example> wrote:\n\n{Each(form, "> ")}"),
        ("Outlook", form => $"From: X <x@reports.example>\nSent: Monday, October 12, 2026 6:26 PM\nTo: Y\nSubject: Report\n\n{form}"),
        ("old Outlook", form => $"-----Original Message-----\nFrom: X\nSent: Monday\nTo: Y\nSubject: Report\n\n{form}"),
        ("Yahoo, unmarked", form => $"On Monday, October 12, 2026 at 06:26:00 PM GMT+2, X <x@reports.example> wrote:\n\n{form}"),
        ("pasted", form => form),
    ];

    // csharpier-ignore
    private static readonly string[] Written =
    [
        "45", "45 %", "1 234", "1234", "1,234", "1.234", "1234.5", "1 234,5", "12 345 678", "-7", "0,5", "100", "yes", "oui", "no",
        "12 October 2026", "2026-10-12", "n/a the survey is not finished", "40-45", "1'234", "٤٥", "12,34,567", "officers 12",
        "12 officers",
    ];

    [Fact]
    public void A_figure_in_the_form_reads_back_as_itself_or_is_asked_back() =>
        Prop.ForAll(
                Cases.ToArbitrary(),
                one =>
                {
                    FormItem item = RecognisedCase.Items[one.Item];
                    Language language = Language.OfMail[one.Language];
                    string form = MailedForm.Write(RecognisedCase.Items, language);
                    string filled = form.Replace(
                        $"\n{item.Code}: [            ]",
                        $"\n{item.Code}: [{Written[one.Written]}]",
                        StringComparison.Ordinal
                    );
                    string expected = One(item, Alone(item, one, language));
                    string mail = one.WrapAfter
                        ? Wrap(Styles[one.Style].Quote(filled), one.Width, one.Hard)
                        : Styles[one.Style].Quote(Wrap(filled, one.Width, one.Hard));
                    ParsedReply reading = ReplyReader.Read(ReplyText.Of($"Dear all,\n\n{mail}", null), RecognisedCase.Items, language);
                    string actual = One(item, reading);
                    bool othersAreSilent = reading.Figures.All(figure => figure.Code == item.Code);
                    return othersAreSilent && (actual == expected || !actual.StartsWith("is ", StringComparison.Ordinal));
                }
            )
            .Check(Repeatable);

    [Fact]
    public void A_figure_in_a_form_quoted_by_lines_of_ordinary_width_is_not_lost() =>
        Prop.ForAll(
                Cases.ToArbitrary(),
                one =>
                {
                    FormItem item = RecognisedCase.Items[one.Item];
                    Language language = Language.OfMail[one.Language];
                    string filled = MailedForm
                        .Write(RecognisedCase.Items, language)
                        .Replace($"\n{item.Code}: [            ]", $"\n{item.Code}: [{Written[one.Written]}]", StringComparison.Ordinal);
                    ParsedReply reading = ReplyReader.Read(
                        ReplyText.Of($"Dear all,\n\n{Styles[one.Style].Quote(filled)}", null),
                        RecognisedCase.Items,
                        language
                    );
                    return One(item, reading) == One(item, Alone(item, one, language));
                }
            )
            .Check(Repeatable);

    [Fact]
    public void No_quoted_figure_outside_the_brackets_is_read() =>
        Prop.ForAll(
                Cases.ToArbitrary(),
                one =>
                {
                    string quoted = string.Concat(
                        RecognisedCase.Items.Select(item => $"{item.Code}: {Written[one.Written]}\n{item.Code} = {one.Width}\n")
                    );
                    string mail = Styles[one.Style % (Styles.Length - 1)].Quote(quoted);
                    return ReplyReader
                            .Read(ReplyText.Of($"Dear all,\n\n{mail}", null), RecognisedCase.Items, Language.OfMail[one.Language])
                            .Figures.Count == 0;
                }
            )
            .Check(Repeatable);

    [Fact]
    public void No_body_throws() =>
        Prop.ForAll(
                Bodies.ToArbitrary(),
                body =>
                {
                    ReplyReader.Read(ReplyText.Of(body, null), RecognisedCase.Items, Language.En);
                    ReplyReader.Read(ReplyText.Of(null, body), RecognisedCase.Items, Language.Fr);
                    ReplyReader.Read(new(body, body.Split('\n'), [body]), RecognisedCase.Items, Language.Es);
                    return true;
                }
            )
            .Check(Repeatable.WithMaxTest(10_000));

    private sealed record Case(int Item, int Written, int Style, int Width, bool Hard, bool WrapAfter, int Language);

    // only items with one slot: the sensitive one has none
    private static Gen<Case> Cases =>
        from item in Gen.Elements(0, 1, 2, 3, 5, 7)
        from written in Gen.Choose(0, Written.Length - 1)
        from style in Gen.Choose(0, Styles.Length - 1)
        from width in Gen.Choose(2, 90)
        from hard in Gen.Elements(true, false)
        from after in Gen.Elements(true, false)
        from language in Gen.Choose(0, Language.OfMail.Count - 1)
        select new Case(item, written, style, width, hard, after, language);

    // csharpier-ignore
    private static Gen<string> Bodies =>
        from parts in Gen.Elements(
                "B3: ", "B5 women", "[", "]", ":", "=", "45", "1 234", "1,234", "%", "\n", "\n\n", "\r\n", "> ", ">>>", "On ",
                "12/10/2026 18:26", " wrote:", "<x@y.org>", "From: ", "Sent: ", "-----", "-- \n", "____________", "SUBMIT\n", "NIL:",
                "n/a ", "\u200F", "\u00A0", "Â", "\uFFFD", "\uD83D", "\0", "\t", "é", "ﬁ", "写道：", "<div>", "</div>", "<blockquote>",
                "<table><tr><td>", "<br>", "&nbsp;", "<p class=\"MsoNormal\">", "<div style=\"border-top:solid\">", "<b>",
                "class=\"gmail_quote\"", "Sent from my iPhone", "confidential", ")", "(", "*", "|", "B9: 1", "À : "
            )
            .ListOf()
        select string.Concat(parts);

    private static string One(FormItem item, ParsedReply reading) =>
        reading.Figures.SingleOrDefault(figure => figure.Code == item.Code) is { } found
            ? $"is {found.Value} {found.Reached} {found.Date} {Squeezed(found.MissingReason)} {Squeezed(found.Narrative)} {string.Join(',', found.Groups)}"
            : "asked back";

    private static ParsedReply Alone(FormItem item, Case one, Language language) =>
        ReplyReader.Read(new("", [$"{item.Code}: [{Written[one.Written]}]"], []), RecognisedCase.Items, language);

    private static string Squeezed(string? words) => string.Concat((words ?? "").Where(c => !char.IsWhiteSpace(c)));

    private static string Each(string form, string sign) => string.Concat(form.TrimEnd('\n').Split('\n').Select(line => $"{sign}{line}\n"));

    private static string Wrap(string text, int width, bool hard) =>
        string.Join('\n', text.Split('\n').Select(line => WrapLine(line, width, hard)));

    private static string WrapLine(string line, int width, bool hard)
    {
        System.Text.StringBuilder wrapped = new();
        while (line.Length > width)
        {
            int at = hard ? width : line.LastIndexOf(' ', width);
            at = at <= 0 ? (hard ? width : line.IndexOf(' ', 1)) : at;
            if (at <= 0)
            {
                break;
            }

            wrapped.Append(line, 0, at).Append('\n');
            line = hard ? line[at..] : line[(at + 1)..];
        }

        return wrapped.Append(line).ToString();
    }
}
