using ACip.Workflows.Languages;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ReplyParsing;

/// <summary>Applies the limits of pages and API to a reply: what is longer is asked back, never cut and never stored.</summary>
public static class ReplyBounds
{
    private const int Shown = 200;

    public static ParsedReply Hold(ParsedReply reading)
    {
        ReplyFigure[] larger =
        [
            .. reading.Figures.Where(figure =>
                figure.Groups.Values.Append(figure.Value ?? 0).Any(number => Math.Abs(number) > SoundJson.LargestNumber)
            ),
        ];
        ReplyFigure[] longer =
        [
            .. reading.Figures.Where(figure =>
                TextBounds.IsLonger(figure.Narrative, TextBounds.Narrative) || TextBounds.IsLonger(figure.MissingReason, TextBounds.Reason)
            ),
        ];
        string? given = (reading.Command as Command.Nil)?.Reason ?? (reading.Command as Command.MoreTime)?.Reason;
        bool reason = TextBounds.IsLonger(given, TextBounds.Reason);
        return longer.Length + larger.Length == 0 && !reason
            ? reading
            : reading with
            {
                Command = reason ? null : reading.Command,
                Figures = [.. reading.Figures.Except(longer).Except(larger)],
                NotUnderstood =
                [
                    .. reading.NotUnderstood,
                    .. longer.Select(figure => AskedBack(figure.Line, figure.Code)),
                    .. larger.Select(figure => AskedBack(figure.Line, figure.Code) with { Reason = NotUnderstoodReason.NotANumber }),
                    .. reason ? [AskedBack(given!, null)] : Array.Empty<NotUnderstood>(),
                ],
            };
    }

    private static NotUnderstood AskedBack(string line, string? code) => new(Shorten(line), code, NotUnderstoodReason.TooLong);

    public static string Shorten(string line) => line.Length > Shown ? $"{line[..Shown]} […]" : line;
}
