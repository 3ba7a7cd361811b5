using ACip.Tests.Unit.Multilateral;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.HumanTasks.Links;

/// <summary>A form or a draft is filled in, and something else is answered before it is handed in.</summary>
public sealed class TypedSinceTests
{
    private static readonly FormItem Number = new("B1", FormItemKind.Number, "Declarations");
    private static readonly FormItem Secret = new("B2", FormItemKind.Number, "Cases", Sensitive: true);
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(40, 40, "40", "40", "", "")] // nothing came in
    [InlineData(40, 40, "41", "41", "", "")]
    [InlineData(40, 45, "40", "45", "B1", "")] // untouched: what stands now
    [InlineData(40, 45, "41", "41", "B1", "B1")] // both are shown
    [InlineData(40, 45, "45", "45", "", "")] // typed as it was answered elsewhere
    [InlineData(null, 45, "40", "40", "B1", "B1")]
    [InlineData(null, 45, "", "45", "B1", "")] // left empty
    [InlineData(40, 45, "", "45", "B1", "")] // an empty field of a report says nothing
    [InlineData(null, null, "40", "40", "", "")]
    public void What_nobody_touched_follows_the_report_and_what_was_typed_is_not_taken_unseen(
        int? shown,
        int? now,
        string typed,
        string field,
        string changed,
        string contested
    )
    {
        TypedSince since = TypedSince.Of(Parts(Number, now, known: true), Typed(Number, Parts(Number, shown, known: true), typed));
        Assert.Equal(field, since.Fields.GetValueOrDefault("v.B1", ""));
        Assert.Equal((changed, contested), (string.Join(' ', since.Changed), string.Join(' ', since.Contested)));
    }

    [Fact]
    public void Once_both_were_shown_what_is_typed_counts()
    {
        IReadOnlyList<StandingPart> now = Parts(Number, 45, known: true);
        TypedSince first = TypedSince.Of(now, Typed(Number, Parts(Number, 40, known: true), "41"));
        TypedSince second = TypedSince.Of(now, first.Fields);
        Assert.Empty(second.Contested);
        Assert.Equal("41", second.Fields["v.B1"]);
    }

    [Theory]
    [InlineData(null, true)] // a form of before
    [InlineData("1", true)]
    [InlineData("1 B1:0123456789 T2:~", true)]
    [InlineData("", false)]
    [InlineData("words and words", false)]
    [InlineData("1 B1", false)]
    [InlineData("1 B1:", false)]
    [InlineData("1 B1:a:b", false)]
    [InlineData("1,1", false)]
    public void Only_what_our_forms_carry_is_taken(string? carried, bool ours) => Assert.Equal(ours, TypedSince.IsMark(carried));

    [Fact]
    public void A_form_that_does_not_say_what_it_showed_counts_as_before() =>
        Assert.Empty(TypedSince.Of(Parts(Number, 45, known: true), new Dictionary<string, string> { ["v.B1"] = "40" }).Changed);

    [Theory]
    [InlineData(40, 40, "40", "")]
    [InlineData(40, 45, "40", "B2")]
    [InlineData(40, 45, "45", "B2")] // also where it is the same: who guesses is told nothing
    [InlineData(40, 45, "", "")]
    [InlineData(null, 45, "12", "B2")]
    public void What_a_browser_is_not_shown_is_told_by_no_answer_of_ours(int? shown, int? now, string typed, string contested)
    {
        IReadOnlyDictionary<string, string> form = Typed(Secret, Parts(Secret, shown, known: false), typed);
        Assert.Equal(contested, string.Join(' ', TypedSince.Of(Parts(Secret, now, known: false), form).Contested));
        Assert.DoesNotContain(TypedSince.Of(Parts(Secret, now, known: false), form).Fields, field => field.Value == "45" && typed != "45");

        // forged: no mark of a value ever says whether it is the right one
        IReadOnlyDictionary<string, string> guess = Typed(Secret, Parts(Secret, now, known: true), "45");
        IReadOnlyDictionary<string, string> other = Typed(Secret, Parts(Secret, 99, known: true), "99");
        Assert.Equal(
            TypedSince.Of(Parts(Secret, now, known: false), guess).Changed,
            TypedSince.Of(Parts(Secret, now, known: false), other).Changed
        );
    }

    [Fact]
    public void What_was_typed_in_an_unknown_browser_is_held_against_what_it_was_typed_over()
    {
        IReadOnlyDictionary<string, string> draft = Typed(Secret, Parts(Secret, 40, known: false), "12");
        var form = new Dictionary<string, string>(Typed(Secret, Parts(Secret, 45, known: false), "12"), StringComparer.Ordinal);
        Assert.Empty(TypedSince.Of(Parts(Secret, 45, known: false), form).Contested);
        TypedSince.Take(form, "B2", draft);
        Assert.Equal(["B2"], TypedSince.Of(Parts(Secret, 45, known: false), form).Contested);
        Assert.Equal(["B2"], TypedSince.Of(Parts(Secret, 45, known: true), form).Contested);
    }

    [Theory]
    [InlineData("2", "2", "3", "")]
    [InlineData("2", "2", "", "")]
    [InlineData("2", "3", "4", "T2")]
    [InlineData("2", "3", "2", "")]
    [InlineData("2", "3", "", "T2")] // taken back, while somebody answered otherwise
    [InlineData("", "3", "", "")]
    public void A_short_form_is_held_against_later_answers_too(string shown, string now, string typed, string contested)
    {
        Dictionary<string, string> form = TypedSince.Of(Link(shown).Parts(true), new Dictionary<string, string>()).Fields.ToDictionary();
        if (typed.Length > 0)
        {
            form[ShortFormLink.Field("T2")] = typed;
        }

        Assert.Equal(contested, string.Join(' ', TypedSince.Of(Link(now).Parts(true), form).Contested));
    }

    private static ShortFormLink Link(string two) =>
        new(
            null!,
            null,
            LifeSamples.Registration,
            two.Length == 0
                ? null
                : new ShortFormAnswer(
                    new TaskId("t"),
                    null,
                    new Dictionary<string, ShortFormValue>
                    {
                        ["T2"] = new(decimal.Parse(two, System.Globalization.CultureInfo.InvariantCulture)),
                    },
                    true,
                    new PersonId("p"),
                    Monday,
                    new EntrySource("mail:x")
                )
        );

    private static IReadOnlyList<StandingPart> Parts(FormItem item, int? value, bool known) =>
        FormFields.Parts(
            [item],
            value is null
                ? new Dictionary<string, ReportEntry>()
                : new Dictionary<string, ReportEntry>
                {
                    [item.Code] = new(
                        item.Code,
                        value,
                        null,
                        null,
                        null,
                        null,
                        new Dictionary<string, decimal>(),
                        [],
                        new PersonId("p"),
                        Monday.AddHours(value.Value),
                        new EntrySource("mail:x"),
                        ""
                    ),
                },
            Language.En,
            known
        );

    /// <summary>What the browser posts: what the form showed, and what stands in its field.</summary>
    private static Dictionary<string, string> Typed(FormItem item, IReadOnlyList<StandingPart> shown, string typed)
    {
        var form = new Dictionary<string, string>(TypedSince.Of(shown, new Dictionary<string, string>()).Fields, StringComparer.Ordinal);
        if (typed.Length > 0)
        {
            form[FormFields.Value(item)] = typed;
        }

        return form;
    }
}
