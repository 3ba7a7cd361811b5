using System.Text.RegularExpressions;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;

namespace ACip.Functions.Pages.Audit;

/// <summary>The page about the subject of an audit event: a report, or a task about one, by its period; otherwise the stream's subject.
/// Pure.</summary>
internal static partial class AuditPlaces
{
    private const string Plan = "plan-",
        Agreement = "agreement-";

    /// <returns>Null where no page shows it.</returns>
    public static string? Of(StreamId stream, AuditEvent one)
    {
        string period = Period().Match(one.Subject).Value;
        string id = stream.Value;
        return id.StartsWith(Plan, StringComparison.Ordinal)
            ? period.Length > 0
                ? $"/plans/{id[Plan.Length..]}/reports/{period}"
                : $"/plans/{id[Plan.Length..]}"
            : id.StartsWith(Agreement, StringComparison.Ordinal)
                ? period.Length > 0
                    ? $"/donor-reports/{id[Agreement.Length..]}/{period}"
                    : $"/agreements/{id[Agreement.Length..]}"
                : null;
    }

    [GeneratedRegex("[0-9]{8}-[0-9]{8}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Period();
}
