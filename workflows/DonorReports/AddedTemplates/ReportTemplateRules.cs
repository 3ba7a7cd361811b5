using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme.ReportTemplates;

namespace ACip.Workflows.DonorReports.AddedTemplates;

/// <summary>The rules for a template, so that its reports can be read, checked and reproduced. Pure.</summary>
public static class ReportTemplateRules
{
    public const string Rule = "report-template";

    private const int LongestName = 40,
        LongestTitle = 200;

    /// <summary>Sections that say what is missing, what was corrected, and how to check. No template can omit them.</summary>
    private static readonly ReportSection[] Always = [ReportSection.About, ReportSection.Coverage, ReportSection.Restatements];

    /// <summary>Each says every figure of the report.</summary>
    private static readonly ReportSection[] WithFigures =
    [
        ReportSection.Results,
        ReportSection.ResultsTogether,
        ReportSection.Framework,
        ReportSection.Scores,
        ReportSection.Groups,
    ];

    public static IReadOnlyList<RegisterProblem> In(ReportTemplate template) =>
        [
            .. Header(template),
            .. SectionsOf(template),
            .. Lists(template),
            .. Room(template.Room, "room"),
            .. Room(template.FinalRoom, "finalRoom"),
            .. Scores(template),
        ];

    private static IEnumerable<RegisterProblem> Header(ReportTemplate template)
    {
        if (template.Schema != 1)
        {
            yield return Wrong("schema", "This programme knows schema 1.");
        }

        if (
            template.Name.Value is not { Length: > 0 and <= LongestName } name
            || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        )
        {
            yield return Wrong("name", $"A name has letters, digits and hyphens, at most {LongestName}.");
        }

        if (template.Title is { } title && Lacks(title, template.Languages))
        {
            yield return Wrong("title", $"It has words in each of the template's languages, at most {LongestTitle} characters.");
        }

        if (template.Disclosure.MinimumCell is < 0 or > 100)
        {
            yield return Wrong("disclosure/minimumCell", "A number from 0 to 100.");
        }
    }

    private static IEnumerable<RegisterProblem> SectionsOf(ReportTemplate template)
    {
        ReportSection[] all = [.. template.Sections, .. template.Annexes];
        foreach (ReportSection twice in all.GroupBy(one => one).Where(same => same.Count() > 1).Select(same => same.Key))
        {
            yield return Wrong("sections", $"{twice} stands there twice.");
        }

        foreach (ReportSection missing in Always.Except(all))
        {
            yield return Wrong("sections", $"{missing} is missing: every report has it.");
        }

        if (!WithFigures.Intersect(all).Any())
        {
            yield return Wrong("sections", $"None of them says the figures: {string.Join(", ", WithFigures)}.");
        }

        foreach (
            ReportSection[] ways in (ReportSection[][])
                [
                    [ReportSection.Finance, ReportSection.FinanceWhereKept],
                    [ReportSection.Results, ReportSection.ResultsTogether],
                    [ReportSection.Lineage, ReportSection.LineageInShort],
                ]
        )
        {
            if (all.Intersect(ways).Count() > 1)
            {
                yield return Wrong("sections", $"{string.Join(" and ", ways)} are one section: choose.");
            }
        }

        if (!all.Contains(ReportSection.Lineage) && !all.Contains(ReportSection.LineageInShort))
        {
            yield return Wrong("sections", "Lineage is missing: every report says how to check it.");
        }
    }

    private static IEnumerable<RegisterProblem> Lists(ReportTemplate template)
    {
        foreach (
            (string path, int count, int distinct) in new[]
            {
                ("levels", template.Levels.Count, template.Levels.DistinctBy(one => one.Level).Count()),
                ("languages", template.Languages.Count, template.Languages.Distinct().Count()),
                ("formats", template.Formats.Count, template.Formats.Distinct().Count()),
            }
        )
        {
            if (count == 0 || distinct < count)
            {
                yield return Wrong(path, "At least one, and none of them twice.");
            }
        }

        foreach (TemplateLevel level in template.Levels.Where(one => one.Called is { } called && Lacks(called, template.Languages)))
        {
            yield return Wrong($"levels/{level.Level}/called", "It has words in each of the template's languages.");
        }

        foreach (Language language in template.Languages.Except(Language.All))
        {
            yield return Wrong("languages", $"No reports are written in {language.Tag}.");
        }

        foreach (ReportFormat needed in new[] { ReportFormat.Html, ReportFormat.Json }.Except(template.Formats))
        {
            yield return Wrong("formats", $"{needed} is missing: pages and later reports are made of it.");
        }
    }

    private static IEnumerable<RegisterProblem> Room(TextRoom room, string path)
    {
        if (
            room
            is not {
                Texts: >= 0 and <= 10,
                Letters: >= 80 and <= 5000,
                Risks: >= 1 and <= 50,
                Charts: null or (>= 0 and <= 50),
                Ratings: null or (>= 0 and <= 100),
                Names: null or (>= 1 and <= 50)
            }
        )
        {
            yield return Wrong(
                path,
                "0 to 10 texts, each of 80 to 5,000 letters, 1 to 50 risks; and, if said, 0 to 50 charts, 0 to 100 ratings, 1 to 50 names."
            );
        }
    }

    private static IEnumerable<RegisterProblem> Scores(ReportTemplate template)
    {
        IReadOnlyList<ScoreStep> steps = template.Scores ?? [];
        if (template.Scores is null)
        {
            if (template.Sections.Concat(template.Annexes).Contains(ReportSection.Scores))
            {
                yield return Wrong("scores", "The section Scores needs them: the best first, such as from 80, from 50, and all below.");
            }

            yield break;
        }

        if (
            steps.Count is < 2 or > 10
            || steps.SkipLast(1).Any(step => step.From is null)
            || steps[^1].From is not null
            || steps.SkipLast(1).Zip(steps.Skip(1).SkipLast(1)).Any(pair => pair.First.From <= pair.Second.From)
        )
        {
            yield return Wrong("scores", "2 to 10, the best first, each from fewer per cent than the one before; the last without a from.");
        }

        if (steps.Any(step => Lacks(step.Called, template.Languages)))
        {
            yield return Wrong("scores", "Each is called something in each of the template's languages.");
        }
    }

    private static bool Lacks(Text text, IEnumerable<Language> languages) =>
        languages.Any(language =>
            text.Written?.GetValueOrDefault(language.Tag) is not { } words
            || string.IsNullOrWhiteSpace(words)
            || words.Length > LongestTitle
        );

    private static RegisterProblem Wrong(string path, string why) => ReportTemplateReader.Wrong(path, why);
}
