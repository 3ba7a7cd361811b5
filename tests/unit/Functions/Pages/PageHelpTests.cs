using System.Text.RegularExpressions;
using ACip.Tests.Unit.Infrastructure;
using ACip.Workflows.Languages;

namespace ACip.Tests.Unit.Functions.Pages;

/// <summary>Every page says what it is for, in a few plain sentences.</summary>
public sealed partial class PageHelpTests
{
    /// <summary>They say why there is nothing, and what to do: they are their own help.</summary>
    private static readonly string[] Own = ["RefusalPage.razor", "NoticePage.razor"];

    public static TheoryData<string> Pages =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(SourceTree.Root, "functions", "Pages"), "*.razor", SearchOption.AllDirectories)
                .Where(path => Begins().IsMatch(File.ReadAllText(path)))
                .Select(path => Path.GetRelativePath(SourceTree.Root, path)),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_says_what_it_is_for(string page)
    {
        string begins = Begins().Match(File.ReadAllText(Path.Combine(SourceTree.Root, page))).Value;
        if (Own.Contains(Path.GetFileName(page)))
        {
            Assert.Contains("Help=\"null\"", begins, StringComparison.Ordinal);
            return;
        }

        Match help = Named().Match(begins);
        Assert.True(help.Success, $"{page} has no Help=\"@Help.Texts.…\"");
        Text words = Words(help.Groups["secretariat"].Success, help.Groups["key"].Value);
        foreach (string said in new[] { words.In(Language.En), words.In(Language.Fr), words.In(Language.Es) })
        {
            int sentences = Sentences().Count(said);
            Assert.True(sentences is >= 2 and <= 4, $"{help.Groups["key"].Value}: {sentences} sentences: {said}");
            Assert.InRange(said.Length, 60, 420);
        }
    }

    private static Text Words(bool secretariat, string key) =>
        (Text)
            (secretariat ? typeof(ACip.Functions.Pages.Help.Secretariat.Texts) : typeof(ACip.Functions.Pages.Help.Texts))
                .GetProperty(
                    key,
                    System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic
                )!
                .GetValue(null)!;

    [GeneratedRegex("<(?:Link)?Layout [^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Begins();

    [GeneratedRegex(
        "Help=\"@(?:ACip\\.Functions\\.Pages\\.)?Help\\.(?<secretariat>Secretariat\\.)?Texts\\.(?<key>\\w+)\"",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Named();

    [GeneratedRegex(@"[.?!](?= |$)", RegexOptions.CultureInvariant)]
    private static partial Regex Sentences();
}
