using System.Globalization;
using ACip.Workflows.Reconciliation.Restored;

namespace ACip.Local.Cli.Operators;

/// <summary>What is missing since tables were put back, a line each.</summary>
internal static class RestoredWords
{
    public static IEnumerable<string> Of(RestoredStorage? restored) =>
        restored is null
            ? []
            :
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"RESTORED tables older than what else is stored, found {restored.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC; every workflow was begun again from them"
                ),
                .. restored.Events.Select(one =>
                    string.Create(CultureInfo.InvariantCulture, $"LOST     {one.Stream}: audit events {one.From} to {one.To}")
                ),
                .. restored.Decisions.Select(one =>
                    one.Known
                        ? $"DECIDE   {one.Task}: was {one.Ended}{(one.By is null ? "" : $" by {one.By}")}, and is open again"
                        : $"LOST     {one.Task}: was {one.Ended}{(one.By is null ? "" : $" by {one.By}")}; the tables do not know that it was asked"
                ),
                .. restored.Mails.Select(one => $"TAKEN    received-mail/{one}: received mail, taken in again"),
                .. restored.Files.Select(one => $"AHEAD    {one}: no row knows it any more"),
            ];
}
