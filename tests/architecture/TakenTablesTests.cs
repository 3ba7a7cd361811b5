using System.Text.RegularExpressions;

namespace ACip.Tests.Architecture;

/// <summary>Every list on a page can be taken along as CSV and XLSX: a table says so by <c>data-take</c>, or stands here with the reason
/// why it is none.</summary>
public sealed class TakenTablesTests
{
    private const string Pages = "functions/Pages/";

    /// <summary>Of a page's tables, how many are no lists.</summary>
    private static readonly Dictionary<string, (int Tables, string Why)> None = new(StringComparer.Ordinal)
    {
        ["Lists/ListPage.razor"] = (1, "it is taken whole, all its pages, by links of its own"),
        ["Dashboard/DashboardBody.razor"] = (1, "the first of /lists/tasks, which is taken whole there"),
        ["ManyAtOnce/ManyPage.razor"] = (1, "a form; its rows are those of /lists/tasks"),
        ["ManyAtOnce/ManyOutcomesPage.razor"] = (1, "what a form would do or did: nothing stands at its address"),
        ["DonorReports/RegisterPage.razor"] = (1, "what is wrong with a file that was sent: nothing stands at its address"),
        ["Frame/Items/ItemDifferences.razor"] = (1, "two versions of a form"),
        ["ActionPlans/Drafting/DraftOverviewPage.razor"] = (1, "the way to six sections"),
        ["HumanTasks/ClosedReportPage.razor"] = (1, "behind a link, where nobody is signed in; the report's own page has the list"),
        ["HumanTasks/ConfirmPage.razor"] = (1, "what is to be confirmed, behind a link"),
        ["Developers/ApiSchemaPage.razor"] = (1, "of the OpenAPI document, which is the file"),
        ["Developers/ApiCapabilityPage.razor"] = (1, "of the OpenAPI document, which is the file"),
        ["Developers/ApiErrorsPage.razor"] = (2, "of the OpenAPI document, which is the file"),
    };

    [Fact]
    public void A_table_of_a_page_is_a_list_that_can_be_taken_or_is_argued()
    {
        string root = Path.Combine(Sources.Root, Pages);
        Dictionary<string, int> found = Directory
            .EnumerateFiles(root, "*.razor", SearchOption.AllDirectories)
            .Select(file =>
                (
                    Name: Path.GetRelativePath(root, file).Replace('\\', '/'),
                    Count: Regex.Count(File.ReadAllText(file), "<table(?! data-take=\"[a-z0-9-]+\")")
                )
            )
            .Where(page => page.Count > 0)
            .ToDictionary(page => page.Name, page => page.Count, StringComparer.Ordinal);

        string[] wrong =
        [
            .. found
                .Keys.Union(None.Keys)
                .Where(page => found.GetValueOrDefault(page) != None.GetValueOrDefault(page).Tables)
                .Order(StringComparer.Ordinal)
                .Select(page =>
                    $"{page}: {found.GetValueOrDefault(page)} tables without data-take, {None.GetValueOrDefault(page).Tables} argued"
                ),
        ];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }
}
