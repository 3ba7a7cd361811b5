using System.Globalization;
using ACip.Workflows.ReplyParsing;

namespace ACip.Local.Cli;

/// <summary>A figure as one line: the code, and the value without unit, a day as 2026-12-31.</summary>
internal static class FigureLine
{
    public static string Of(ReplyFigure figure)
    {
        string value = figure switch
        {
            { MissingReason: { } reason } => $"n/a {reason}",
            { Status: { } status } => string.Join(
                ", ",
                new[] { status.Label().En, figure.Date is { } on ? Day(on) : "", figure.Narrative ?? "" }.Where(part => part.Length > 0)
            ),
            { Value: { } number } => Number(number),
            { Reached: { } reached, Date: { } day } => $"{(reached ? "yes" : "no")} {Day(day)}",
            { Reached: { } reached } => reached ? "yes" : "no",
            { Date: { } day } => Day(day),
            _ => string.Join(' ', (figure.Narrative ?? "").Split(null as char[], StringSplitOptions.RemoveEmptyEntries)),
        };
        string groups = string.Join(", ", figure.Groups.Select(group => $"{group.Key} {Number(group.Value)}"));
        return groups.Length == 0 ? $"{figure.Code}: {value}" : $"{figure.Code}: {value} ({groups})";
    }

    private static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
