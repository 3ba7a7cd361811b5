using System.Globalization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Registers;

namespace ACip.Workflows.Events;

/// <summary>The register of the multilateral component, from CSV: kind, title, start, end, administration, women, men, and not_stated if
/// wanted.
/// One line for each administration that took part in an event.</summary>
public static class EventRegisterReader
{
    private static readonly string[] Columns = ["kind", "title", "start", "end", "administration", "women", "men"];

    /// <summary>No event of the programme was before; later than two years ahead none is planned by day.</summary>
    private static readonly DateOnly Earliest = new(2015, 1, 1);

    private const int YearsAhead = 2;

    /// <param name="known">Administrations of the programme; a line that names another is refused. Null for a file that was checked when it
    /// was imported.</param>
    /// <param name="today">Events lie between the programme's beginnings and two years from then; null for a file that was checked when it
    /// was imported.</param>
    /// <param name="mayBeEmpty">True: whoever sent it was asked, and means it.</param>
    /// <returns>All rows, or none and the errors.</returns>
    public static RegisterRead<DeliveredEvent> Read(
        Stream csv,
        IReadOnlySet<AdministrationId>? known,
        DateOnly? today = null,
        bool mayBeEmpty = false
    )
    {
        (DateOnly, DateOnly)? sensible = today is { } now ? (Earliest, now.AddYears(YearsAhead)) : null;
        var titles = new Spellings();
        var seen = new Dictionary<(DeliveryKind, string, DateOnly, DateOnly, AdministrationId?), int>();
        return RegisterFile.Read(
            csv,
            Columns,
            ["not_stated"],
            line =>
            {
                string? administration = line.TextOrNothing("administration")?.ToUpperInvariant();
                var row = new DeliveredEvent(
                    line.OneOf<DeliveryKind>("kind"),
                    titles.Of(line.Text("title")),
                    line.Day("start", sensible),
                    line.Day("end", sensible),
                    administration is null ? null : new AdministrationId(administration),
                    line.Count("women"),
                    line.Count("men"),
                    line.Count("not_stated", mayBeEmpty: true)
                );
                if (!line.IsSound)
                {
                    return null;
                }

                if (row.End < row.Start)
                {
                    line.Wrong(
                        "end",
                        "delivery-dates",
                        ACip.Workflows.Registers.Texts.EndsFirst(
                            row.End.ToString("O", CultureInfo.InvariantCulture),
                            row.Start.ToString("O", CultureInfo.InvariantCulture)
                        )
                    );
                }

                if (row.Administration is { } id && known?.Contains(id) == false)
                {
                    line.Wrong("administration", "delivery-administration", ACip.Workflows.Registers.Texts.UnknownAdministration(id.Value));
                }

                if (!seen.TryAdd((row.Kind, row.Title, row.Start, row.End, row.Administration), line.Number))
                {
                    line.Wrong(
                        "",
                        "delivery-twice",
                        ACip.Workflows.Registers.Texts.SameEvent(seen[(row.Kind, row.Title, row.Start, row.End, row.Administration)])
                    );
                }

                return line.IsSound ? row : null;
            },
            mayBeEmpty
        );
    }
}
