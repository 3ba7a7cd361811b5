using ACip.Workflows.Languages;

namespace ACip.Workflows.Programme;

/// <summary>How all sample data are marked, on every page, mail, workbook and report.</summary>
public static class Fictional
{
    /// <summary>These words appear in every language, so that one search finds all of it.</summary>
    public const string Notice = "FICTIONAL SAMPLE DATA";

    public static Text Notices => Texts.FictionalSampleData;
}
