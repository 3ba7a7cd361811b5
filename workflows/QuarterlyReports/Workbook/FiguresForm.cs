using System.Text.Json;
using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Serialization;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Workbook;

/// <summary>What a figures workbook is made from. The caller keeps it in order to read the file that comes back.</summary>
/// <param name="Period">Key of the reporting period, yyyyMMdd-yyyyMMdd.</param>
/// <param name="Title">First line of every sheet.</param>
/// <param name="Notice"><see cref="Fictional.Notice"/> for sample data; else null.</param>
public sealed record FiguresForm(
    PlanId Plan,
    int PlanVersion,
    PeriodKey Period,
    Language Language,
    string Title,
    string? Notice,
    IReadOnlyList<FormItem> Items
)
{
    /// <summary>SHA-256 of the form in hexadecimal: another form has another hash.</summary>
    public string Hash =>
        CanonicalJson.Sha256(
            CanonicalJson.Write(
                new
                {
                    Plan = Plan.Value,
                    PlanVersion,
                    Period,
                    Language = Language.Entry.Order,
                    Title,
                    Notice,
                    Items,
                },
                Written
            )
        );

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
