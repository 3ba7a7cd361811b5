using ACip.Workflows.Languages;

namespace ACip.Workflows.Programme;

/// <summary>How everything that we ship as an example is marked, on every page, mail, workbook and report.</summary>
public static class Fictional
{
    /// <summary>These words stand in every language, so that one search finds all of it.</summary>
    public const string Notice = "FICTIONAL SAMPLE DATA";

    public static Text Notices => Texts.FictionalSampleData;
}
