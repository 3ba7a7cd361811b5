using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Functions.Pages.ActionPlans.Drafting;
using ACip.Functions.Pages.Frame.Items;
using ACip.Functions.Pages.Settings;
using ACip.Tests.Unit.ActionPlans;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.Programme;
using ACip.Workflows.Sample;
using FsCheck;
using FsCheck.Fluent;

namespace ACip.Tests.Unit.Functions.Pages;

/// <summary>A form that is saved as it was shown changes nothing, and what is changed changes nothing beside it.</summary>
public sealed class ItemTextTests
{
    private static readonly ProgrammeSeed Seed = ProgrammeSeed.Load();

    [Fact]
    public void Items_of_the_sample_plans_that_are_saved_as_shown_are_themselves() => Assert.All(Seed.Plans, plan => Unchanged(plan));

    [Fact]
    public void Items_of_any_plan_that_are_saved_as_shown_are_themselves() =>
        Prop.ForAll(AnyPlan.Arbitrary, Unchanged).QuickCheckThrowOnFailure();

    [Fact]
    public void Terms_of_the_sample_agreements_that_are_saved_as_shown_are_themselves()
    {
        foreach (GrantAgreement agreement in SampleAgreements.All(new DateOnly(2026, 1, 1)))
        {
            IReadOnlyList<ItemField> fields = RegisterFields.Agreement(Finance.Books.Register, isNew: false);
            JsonObject stands = EntryJson.Of(agreement);
            Assert.Equal(ItemText.Tag(stands), ItemText.Tag(ItemText.Read(stands, fields, AsShown(stands, fields))));
        }
    }

    [Fact]
    public void A_target_keeps_the_words_beside_its_number_when_another_field_is_mended() =>
        Same(
            """[{"by":"2027-12-31","value":45,"narrative":"in all ports"},{"by":"2028-12-31","value":38,"counts":{"numerator":45,"denominator":120}}]""",
            "2027-12-31: 45\n2028-12-31: 45/120"
        );

    [Fact]
    public void Another_number_keeps_the_words_beside_it_and_another_line_what_its_own_line_does_not_show() =>
        Becomes(
            """[{"by":"2027-12-31","value":45,"narrative":"in all ports"},{"by":"2028-12-31","value":38,"counts":{"numerator":45,"denominator":120}}]""",
            "2027-12-31: 50\r\n2028-12-31: 45/120",
            """[{"by":"2027-12-31","value":50,"narrative":"in all ports"},{"by":"2028-12-31","value":38,"counts":{"numerator":45,"denominator":120}}]"""
        );

    [Fact]
    public void Words_that_a_number_takes_the_place_of_go() =>
        Becomes(
            """[{"by":"2027-12-31","value":null,"narrative":"all\nports"}]""",
            "2027-12-31: 50",
            """[{"by":"2027-12-31","value":50}]"""
        );

    [Fact]
    public void The_first_of_several_stays_the_first()
    {
        ItemField field = new("all", ItemFieldKind.Several, Words, Choices: [("En", Words), ("Fr", Words), ("Es", Words)]);
        Assert.Equal("""["Fr","En"]""", Typed(field, """["Fr","En"]""", "En,Fr"));
        Assert.Equal("""["Fr","En","Es"]""", Typed(field, """["Fr","En"]""", "En,Fr,Es"));
        Assert.Equal("""["En"]""", Typed(field, """["Fr","En"]""", "En"));
    }

    [Fact]
    public void A_text_that_holds_what_stands_between_texts_is_still_one()
    {
        Assert.Equal("""["8.2; 8.5","15"]""", Typed(new("all", ItemFieldKind.Texts, Words), """["8.2; 8.5","15"]""", "8.2; 8.5; 15"));
        Assert.Equal(
            """[{"code":"office","groups":["north, south","sea"]}]""",
            Typed(
                new("all", ItemFieldKind.Dimensions, Words),
                """[{"code":"office","groups":["north, south","sea"]}]""",
                "office: north, south, sea"
            )
        );
    }

    [Theory]
    [InlineData(ItemFieldKind.Dimensions, "Something; sex: women, men")]
    [InlineData(ItemFieldKind.Targets, "Something\n2027-12-31: 45")]
    [InlineData(ItemFieldKind.Wholes, "2, Something")]
    [InlineData(ItemFieldKind.Counts, "Something")]
    [InlineData(ItemFieldKind.Number, "Something")]
    public void What_cannot_be_read_is_shown_again_as_it_was_typed(ItemFieldKind kind, string typed)
    {
        ItemField field = new("all", kind, Words);
        Assert.Equal(typed, ItemText.Show(ItemText.Read([], [field], _ => typed), field));
    }

    [Theory]
    [InlineData("250,000", true)]
    [InlineData(" -3,421", true)]
    [InlineData("3,4", false)]
    [InlineData("3,42", false)]
    [InlineData("3.421", true)]
    [InlineData("250.000", true)]
    [InlineData("3.4210", false)]
    [InlineData("0.125", false)]
    [InlineData("0,125", false)]
    [InlineData("1234.567", false)]
    [InlineData("1,250,000", false)]
    [InlineData("250000", false)]
    public void A_number_that_could_be_two_is_asked_back(string typed, bool asked)
    {
        var was = new JsonObject { ["number"] = 250 };
        Assert.Equal(asked, ItemText.Ambiguous(was, [new("number", ItemFieldKind.Number, Words)], _ => typed) is not null);
        Assert.Equal(asked, ItemText.Ambiguous([], [new("all", ItemFieldKind.Targets, Words)], _ => "2027-12-31: " + typed) is not null);
    }

    [Theory]
    [InlineData("1.250/12500", true)]
    [InlineData("950/1.250", true)]
    [InlineData("1,250 / 2,000", true)]
    [InlineData("950/1250", false)]
    [InlineData("45.5/120", false)]
    [InlineData("3.4210/120", false)]
    public void Counts_of_which_one_could_be_two_numbers_are_asked_back_and_never_read(string typed, bool asked)
    {
        ItemField counts = new("all", ItemFieldKind.Counts, Words);
        Assert.Equal(asked, ItemText.Ambiguous([], [counts], _ => typed) is not null);
        Assert.Equal(asked, ItemText.Ambiguous([], [new("all", ItemFieldKind.Targets, Words)], _ => "2027-12-31: " + typed) is not null);
        Assert.Equal(asked, ItemText.Read([], [counts], _ => typed)["all"] is JsonValue);
    }

    [Fact]
    public void Counts_that_stand_are_shown_so_that_they_are_read_as_themselves()
    {
        ItemField field = new("all", ItemFieldKind.Counts, Words);
        string shown = ItemText.Show(new JsonObject { ["all"] = JsonNode.Parse("""{"numerator":3.421,"denominator":120}""") }, field);
        Assert.Equal("3.4210/120", shown);
        Assert.Null(ItemText.Ambiguous([], [field], _ => shown));
    }

    private static Workflows.Languages.Text Words { get; } = Workflows.Languages.Text.Same("words");

    private static void Same(string stands, string typed) => Becomes(stands, typed, stands);

    private static void Becomes(string stands, string typed, string wanted) =>
        Assert.Equal(wanted, Typed(new("all", ItemFieldKind.Targets, Words), stands, typed));

    private static string Typed(ItemField field, string stands, string typed) =>
        ItemText.Read(new JsonObject { ["all"] = JsonNode.Parse(stands) }, [field], _ => typed)["all"]!.ToJsonString(
            new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );

    /// <summary>As a browser sends it: one line where there is one, and line ends of its own.</summary>
    private static Func<string, string> AsShown(JsonObject item, IReadOnlyList<ItemField> fields) =>
        path =>
        {
            ItemField field = fields.Single(one => one.Path == path);
            bool isArea = field.Kind is ItemFieldKind.Lines or ItemFieldKind.Targets;
            return ItemText.Show(item, field).ReplaceLineEndings(isArea ? "\r\n" : "").ReplaceLineEndings("\n");
        };

    private static void Unchanged(ActionPlan plan)
    {
        foreach (string section in DraftSections.All)
        {
            IReadOnlyList<ItemField> fields = DraftFields.Of(section, plan);
            foreach (JsonObject item in ItemsOf(plan, section))
            {
                JsonObject read = DraftItems.Read(item, fields, AsShown(item, fields));
                Assert.Equal(ItemText.Tag(item), ItemText.Tag(read));
            }
        }
    }

    private static IEnumerable<JsonObject> ItemsOf(ActionPlan plan, string section) =>
        section == DraftSections.Header
            ? [DraftItems.Find(plan, section, "")!]
            : DraftSections
                .Of(plan, section)
                .EnumerateArray()
                .Select(one => DraftItems.Find(plan, section, one.GetProperty("code").GetString()!)!);
}
