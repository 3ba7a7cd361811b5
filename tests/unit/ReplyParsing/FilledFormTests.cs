using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;
using FsCheck;
using FsCheck.Fluent;

namespace ACip.Tests.Unit.ReplyParsing;

/// <summary>A form that came back filled in with what was answered before: untouched it says nothing, changed it says the change.</summary>
public sealed class FilledFormTests
{
    private static readonly string[] Texts =
    [
        "Training went on. [Two] courses",
        "A long account: B3 was measured anew, A1: 45 is old.\nSecond paragraph, with 12 % and 3 women.",
        "n/a",
    ];
    private static readonly string[] Reasons = ["the survey is not finished", "register [moved]", "2026 only"];

    private static Gen<FormItem[]> Forms =>
        from number in Gen.Choose(-2_000_000, 2_000_000).Select(n => n / 1000m)
        from share in Gen.Choose(0, 2000).Select(n => n / 10m)
        from women in Gen.Choose(0, 5000)
        from reached in Gen.Elements(true, false)
        from day in Gen.Choose(1, 28)
        from text in Gen.Elements(Texts)
        from reason in Gen.Elements(Reasons)
        select new FormItem[]
        {
            Given(
                new("B3", FormItemKind.Number, "Officers trained", "officers", ["women", "men"]),
                new ReplyFigure("B3", number, null, null, null, null, new Dictionary<string, decimal> { ["women"] = women }, "")
            ),
            Given(
                new("B4", FormItemKind.Percentage, "Share"),
                new ReplyFigure("B4", share, null, null, null, null, new Dictionary<string, decimal>(), "")
            ),
            Given(
                new("M1", FormItemKind.YesNo, "In force"),
                new ReplyFigure(
                    "M1",
                    null,
                    reached,
                    reached ? new DateOnly(2026, 3, day) : null,
                    null,
                    null,
                    new Dictionary<string, decimal>(),
                    ""
                )
            ),
            Given(
                new("B5", FormItemKind.Number, "Cases"),
                new ReplyFigure("B5", null, null, null, reason, null, new Dictionary<string, decimal>(), "")
            ),
            Given(
                new("N1", FormItemKind.Narrative, "Progress"),
                new ReplyFigure("N1", null, null, null, null, text, new Dictionary<string, decimal>(), "")
            ),
            new("B6", FormItemKind.Number, "New"),
        };

    [Fact]
    public void Untouched_it_says_nothing_however_it_is_quoted_and_whoever_reads_it() =>
        Prop.ForAll(
                Forms.ToArbitrary(),
                items =>
                {
                    foreach (Language language in Language.OfMail)
                    {
                        string form = MailedForm.Write(items, language);
                        foreach (
                            string quoted in new[]
                            {
                                Marked(form),
                                Marked(Wrapped(form)),
                                $"-----Original Message-----\nFrom: X\nSent: Monday\nTo: Y\nSubject: Report\n\n{form}",
                                form,
                            }
                        )
                        {
                            ParsedReply reading = ReplyReader.Read(ReplyText.Of($"Dear all,\n\n{quoted}", null), items, Language.Fr);
                            if (
                                reading.Figures.Count > 0
                                || reading.NotUnderstood.Any(one => one.Line.Contains('[', StringComparison.Ordinal))
                            )
                            {
                                return false.Label(
                                    $"{language}: {string.Join(" | ", reading.Figures.Select(one => one.Line))} {string.Join(" | ", reading.NotUnderstood)}"
                                );
                            }
                        }
                    }

                    return true.ToProperty();
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_260_101UL, 7UL));

    [Fact]
    public void A_slot_that_was_changed_says_the_change_alone()
    {
        FormItem[] items =
        [
            Given(
                new("B3", FormItemKind.Number, "Officers", "officers", ["women", "men"]),
                new ReplyFigure("B3", 45, null, null, null, null, new Dictionary<string, decimal> { ["women"] = 20, ["men"] = 25 }, "")
            ),
            Given(
                new("B4", FormItemKind.Percentage, "Share"),
                new ReplyFigure("B4", 0.5m, null, null, null, null, new Dictionary<string, decimal>(), "")
            ),
        ];
        string form = MailedForm.Write(items, Language.Es);
        Assert.Contains("B4: [0,5 %]", form, StringComparison.Ordinal);
        Assert.Contains("B3 mujeres: [20]", form, StringComparison.Ordinal);

        ParsedReply reading = ReplyReader.Read(
            ReplyText.Of($"Hola\n\n{Marked(form.Replace("B3 mujeres: [20]", "B3 mujeres: [22]", StringComparison.Ordinal))}", null),
            items,
            Language.Es
        );

        ReplyFigure figure = Assert.Single(reading.Figures);
        Assert.Equal(("B3", null, 22m), (figure.Code, figure.Value, Assert.Single(figure.Groups).Value));
    }

    [Theory]
    [InlineData("B3: 45 (femmes 20, hommes 25)")]
    [InlineData("B3 mujeres: 20\nB3 hombres: 25\nB3: 45")]
    [InlineData("B3: 45, women: 20, men: 25")]
    public void Groups_are_understood_in_each_language_whatever_the_plans(string text)
    {
        FormItem[] items = [new("B3", FormItemKind.Number, "Officers", "officers", ["women", "men"])];
        ReplyFigure figure = Assert.Single(ReplyReader.Read(ReplyText.Of(text, null), items, Language.En).Figures);
        Assert.Equal((45m, 20m, 25m), (figure.Value, figure.Groups["women"], figure.Groups["men"]));
    }

    [Fact]
    public void A_reached_benchmark_is_listed_with_its_day_and_a_line_withdraws_it()
    {
        FormItem[] items =
        [
            new("M2", FormItemKind.YesNo, "Risks are mapped")
            {
                Context = new FormContext(
                    Reached: new ReachedBefore(new DateOnly(2026, 3, 12), new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31))
                ),
            },
        ];
        string form = MailedForm.Write(items, Language.En);
        Assert.Contains("reached on 12 March 2026", form, StringComparison.Ordinal);
        Assert.DoesNotContain("M2: [", form, StringComparison.Ordinal);
        Assert.False(Assert.Single(ReplyReader.Read(ReplyText.Of($"M2: no\n\n{Marked(form)}", null), items, Language.En).Figures).Reached);
    }

    private static FormItem Given(FormItem item, ReplyFigure given) => item with { Context = new FormContext(Given: given) };

    private static string Marked(string text) => string.Join('\n', text.Split('\n').Select(line => "> " + line));

    private static string Wrapped(string text) =>
        string.Join('\n', text.Split('\n').SelectMany(line => line.Length <= 60 || !line.Contains(' ') ? [line] : Halves(line)));

    private static string[] Halves(string line)
    {
        int at = line.LastIndexOf(' ', 60) is > 0 and var space ? space : line.IndexOf(' ', StringComparison.Ordinal);
        return [line[..at], line[(at + 1)..]];
    }
}
