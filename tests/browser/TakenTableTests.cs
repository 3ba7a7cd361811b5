using System.Net;
using System.Text.RegularExpressions;
using System.Web;

namespace ACip.Tests.Browser;

/// <summary>Every list of every page can be taken along as CSV and as XLSX.</summary>
[Collection(OneSite.Name)]
public sealed partial class TakenTableTests(Site site)
{
    [Fact]
    public async Task Each_list_has_both_files_with_all_its_rows()
    {
        var seen = new HashSet<string>();
        foreach (object?[] row in PagesTests.Pages.Concat(More).Where(row => row[1] is not null))
        {
            (string path, string person) = ((string)row[0]!, (string)row[1]!);
            using HttpClient client = site.Client(person);
            string html = await client.GetStringAsyncOrNothing(path);
            foreach (Match table in Tables().Matches(html))
            {
                string name = table.Groups["name"].Value;
                if (!seen.Add($"{name} {person}"))
                {
                    continue;
                }

                int rows = Regex.Count(table.Groups["body"].Value, "<tr");
                string csv = HttpUtility.HtmlDecode(Regex.Match(html, $"href=\"([^\"]*take={name}\\.csv[^\"]*)\"").Groups[1].Value);
                Assert.True(csv.Length > 0, $"{path}: no link to {name}.csv");
                string text = await client.GetStringAsync(csv);
                Assert.True(text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length >= rows, $"{path}: {name} has {rows} rows");
                using HttpResponseMessage xlsx = await client.GetAsync(
                    csv.Replace($"{name}.csv", $"{name}.xlsx", StringComparison.Ordinal)
                );
                Assert.Equal(HttpStatusCode.OK, xlsx.StatusCode);
                Assert.Equal("PK"u8.ToArray(), (await xlsx.Content.ReadAsByteArrayAsync())[..2]);
            }
        }

        Assert.True(seen.Count > 12, string.Join(", ", seen));
    }

    [Theory]
    [InlineData("/people?take=people.csv")]
    [InlineData("/agreements?take=agreements.csv")]
    [InlineData("/calendars?take=calendars.csv")]
    [InlineData("/?take=matrix.csv")]
    public async Task Who_may_not_read_the_page_does_not_get_the_file(string file)
    {
        using HttpClient officer = site.Client("officer-one"),
            nobody = site.Client();

        using HttpResponseMessage taken = await officer.GetAsync(file);
        using HttpResponseMessage refused = await nobody.GetAsync(file);

        Assert.Equal("text/csv", taken.Content.Headers.ContentType?.MediaType);
        Assert.NotEqual("text/csv", refused.Content.Headers.ContentType?.MediaType);
    }

    private static IEnumerable<object?[]> More =>
        [
            ["/audit", "auditor"],
            ["/audit/programme", "auditor"],
            ["/surveys", "officer-one"],
            ["/meetings", "officer-one"],
        ];

    [GeneratedRegex("<table data-take=\"(?<name>[a-z0-9-]+)\"[^>]*>(?<body>.*?)</table>", RegexOptions.Singleline)]
    private static partial Regex Tables();
}

internal static class Reading
{
    /// <returns>Empty for a page that is refused.</returns>
    public static async Task<string> GetStringAsyncOrNothing(this HttpClient client, string path)
    {
        using HttpResponseMessage answer = await client.GetAsync(path);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : "";
    }
}
