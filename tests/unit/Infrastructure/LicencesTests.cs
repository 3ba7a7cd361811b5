using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>Every package of every project, direct or not, comes under a licence that the house has looked at.</summary>
public sealed class LicencesTests
{
    private static readonly JsonNode List = JsonNode.Parse(SourceTree.Read(".ci/licences.json"))!;

    [Fact]
    public void Every_package_is_under_a_licence_of_the_list()
    {
        // CI builds the whole solution before; elsewhere what was restored is looked at, which is all that this test itself is built from
        string[] assets =
        [
            .. new[] { "functions", "workflows", "infra", "tests" }.SelectMany(folder =>
                Directory.EnumerateFiles(
                    Path.Combine(SourceTree.Root, folder),
                    "project.assets.json",
                    new EnumerationOptions { RecurseSubdirectories = true }
                )
            ),
        ];
        Assert.True(assets.Length >= 3);
        var refused = new SortedDictionary<string, string>();
        int seen = 0;
        foreach ((string name, string? folder) in assets.SelectMany(Packages).DistinctBy(one => one.Name))
        {
            if (folder is null)
            {
                // what an older restore left behind; CI begins with nothing
                Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"{name} was restored to nowhere");
                continue;
            }

            seen++;
            string nuspec = Directory.GetFiles(folder, "*.nuspec").Single();
            if (
                PackageLicence.Refusal(
                    XDocument.Load(nuspec).Root!,
                    file => File.ReadAllText(Path.Combine(folder, file.Replace('\\', '/'))),
                    List
                ) is
                { } why
            )
            {
                refused[name] = why;
            }
        }

        Assert.True(seen > 100, $"{seen} packages");
        Assert.Empty(refused);
    }

    [Theory]
    [InlineData("<license type='expression'>MIT</license>", "", null)]
    [InlineData("<license type='expression'>MS-PL OR Apache-2.0</license>", "", null)]
    [InlineData("<license type='expression'>GPL-3.0-only</license>", "", "GPL-3.0-only is not allowed")]
    [InlineData("<license type='expression'>GPL-2.0-only OR MIT</license>", "", null)]
    [InlineData("<license type='file'>L.txt</license>", "  Apache License\n  Version 2.0, January 2004", null)]
    [InlineData("<license type='file'>L.txt</license>", "Elastic License 2.0", "its licence (L.txt) is not in the list")]
    [InlineData("<licenseUrl>https://opensource.org/licenses/MIT</licenseUrl>", "", null)]
    [InlineData("<licenseUrl>https://example.org/terms</licenseUrl>", "", "its licence (https://example.org/terms) is not in the list")]
    [InlineData("", "", "its licence (none) is not in the list")]
    public void A_licence_that_nobody_has_looked_at_is_refused(string said, string file, string? refusal) =>
        Assert.Equal(refusal, PackageLicence.Refusal(XElement.Parse($"<package><metadata>{said}</metadata></package>"), _ => file, List));

    private static IEnumerable<(string Name, string? Folder)> Packages(string assets)
    {
        JsonNode restored = JsonNode.Parse(File.ReadAllText(assets))!;
        string[] folders = [.. restored["packageFolders"]!.AsObject().Select(one => one.Key)];
        return restored["libraries"]!
            .AsObject()
            .Where(one => one.Value!["type"]!.ToString() == "package")
            .Select(one =>
                (one.Key, folders.Select(folder => Path.Combine(folder, one.Value!["path"]!.ToString())).FirstOrDefault(Directory.Exists))
            );
    }
}
