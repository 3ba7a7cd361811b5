using ACip.Workflows.Languages;

namespace ACip.Workflows.Programme;

/// <summary>A note beside every figure, so that nobody adds up what is already a total.</summary>
public static class FigureSpanWords
{
    private static readonly Text Period = Texts.ThisPeriod;
    private static readonly Text SinceStart = Texts.TotalSinceTheStart;

    extension(FigureSpan span)
    {
        public Text Words => span == FigureSpan.SinceStart ? SinceStart : Period;
    }
}
