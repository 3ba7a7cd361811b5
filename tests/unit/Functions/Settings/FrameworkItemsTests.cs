using System.Text.Json.Nodes;
using ACip.Functions.Pages.Frame.Items;
using ACip.Functions.Pages.Settings;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;

namespace ACip.Tests.Unit.Functions.Settings;

/// <summary>What a form does not show of an agreement stays as it is.</summary>
public sealed class FrameworkItemsTests
{
    public static TheoryData<string, string> Items
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (GrantAgreement agreement in Seed())
            {
                foreach (FrameworkResult result in agreement.Framework.Results)
                {
                    data.Add(agreement.Id.Value, $"results/{result.Code}");
                }

                foreach (FrameworkIndicator indicator in agreement.Framework.Indicators)
                {
                    data.Add(agreement.Id.Value, $"indicators/{indicator.Code}");
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Items))]
    public void An_item_that_is_saved_as_it_was_shown_changes_nothing(string id, string item)
    {
        GrantAgreement agreement = Seed().Single(one => one.Id.Value == id);
        (string section, string code) = (item.Split('/')[0], item.Split('/')[1]);
        IReadOnlyList<ItemField> fields =
            section == FrameworkItems.Results ? RegisterFields.Result(agreement) : RegisterFields.Indicator(agreement);
        JsonObject stands = FrameworkItems.Find(agreement, section, code)!;
        JsonObject typed = ItemText.Read(stands, fields, path => ItemText.Show(stands, fields.Single(field => field.Path == path)));
        Assert.Null(ItemText.Unoffered(stands, fields, path => ItemText.Show(stands, fields.Single(field => field.Path == path))));
        Assert.Equal(ContentTag.Of(agreement), ContentTag.Of(FrameworkItems.With(agreement, section, code, typed)));
    }

    [Fact]
    public void A_later_day_of_agreement_makes_a_new_edition_and_the_same_day_none()
    {
        GrantAgreement agreement = Seed()[0];
        JsonObject item = EntryJson.Of(agreement);
        Assert.Equal(agreement.Framework.Edition, FrameworkItems.Terms(item, agreement).Framework.Edition);
        item["framework"]!["approvedOn"] = "2029-11-30";
        Assert.Equal(agreement.Framework.Edition + 1, FrameworkItems.Terms(item, agreement).Framework.Edition);
    }

    [Fact]
    public void An_item_is_added_changed_and_taken_away_and_a_code_belongs_to_one()
    {
        GrantAgreement agreement = Seed()[0];
        var added = new JsonObject
        {
            ["code"] = "9",
            ["level"] = "Output",
            ["parent"] = "1",
            ["statement"] = "Something is there.",
            ["worded"] = new JsonObject { ["es"] = null },
        };
        GrantAgreement with = FrameworkItems.With(agreement, FrameworkItems.Results, AgreementTermsEndpoints.New, added);
        Assert.Equal("Something is there.", with.Framework.Results[^1].Statement);
        Assert.Null(with.Framework.Results[^1].Worded);
        Assert.True(FrameworkItems.IsTaken(with, FrameworkItems.Results, AgreementTermsEndpoints.New, added));
        Assert.False(FrameworkItems.IsTaken(with, FrameworkItems.Results, "9", added));
        Assert.Equal(
            agreement.Framework.Results.Select(one => one.Code),
            FrameworkItems.With(with, FrameworkItems.Results, "9", null).Framework.Results.Select(one => one.Code)
        );
    }

    private static IReadOnlyList<GrantAgreement> Seed() => Workflows.Sample.SampleAgreements.All(new DateOnly(2026, 1, 1));
}
