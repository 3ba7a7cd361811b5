using ACip.Workflows.Languages;

namespace ACip.Workflows.Programme;

/// <summary>What stands beside every figure, so that nobody adds up what is a total already.</summary>
public static class FigureSpans
{
    private static readonly Text3 Period = new("this period", "cette période", "este período");
    private static readonly Text3 SinceStart = new("total since the start", "total depuis le début", "total desde el inicio");

    extension(FigureSpan span)
    {
        public Text3 Words => span == FigureSpan.SinceStart ? SinceStart : Period;
    }
}
