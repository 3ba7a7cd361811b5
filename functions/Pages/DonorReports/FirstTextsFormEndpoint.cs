using ACip.Functions.Pages.ActionPlans;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>POST /donor-reports/{agreement}/{period}/first: an officer chooses which texts come first if there is no room for
/// all.</summary>
public sealed class FirstTextsFormEndpoint(
    PageFrame frame,
    DonorReportEditing editing,
    DonorReportQuery query,
    DonorReportPageEndpoint reports
)
{
    public static string PathOf(string agreement, PeriodKey period) => $"/donor-reports/{agreement}/{period}/first";

    [Function(nameof(FirstTextsFormEndpoint))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "donor-reports/{agreement}/{period}/first")] HttpRequest request,
        string agreement,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        OfficerForms.ActAsync(
            frame,
            request,
            new FormPlace($"/donor-reports/{agreement}/{period}", "first", () => reports.Run(request, agreement, period, cancellation)),
            workflows,
            async (form, by) =>
                !Slug.Is(agreement) || !Slug.Is(period)
                    ? null
                    : await SaveAsync(new AgreementId(agreement), new PeriodKey(period), form.Text("first"), by, cancellation),
            cancellation
        );

    private async Task<CommandResult> SaveAsync(
        AgreementId agreement,
        PeriodKey period,
        string typed,
        PersonId by,
        CancellationToken cancellation
    )
    {
        DonorReportReadModel? report = await query.ReadAsync(agreement, period, cancellation);
        IReadOnlyList<string> words = report is null ? [] : await query.WordsAsync(report, cancellation);
        return await editing.PreferAsync(agreement, period, Read(typed, words), by, cancellation);
    }

    /// <summary>Texts as they were copied out of the report, an empty line between each. One that has empty lines itself is known by its
    /// words, and so is one whose lines a browser ends otherwise.</summary>
    /// <param name="words">What is written in the report.</param>
    internal static IReadOnlyList<string> Read(string typed, IEnumerable<string> words)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        int longest = 1;
        foreach (string text in words.Where(text => text.AsSpan().ContainsAny('\r', '\n')))
        {
            IReadOnlyList<string> own = Paragraphs(text);
            known.TryAdd(string.Join(Between, own), text);
            longest = Math.Max(longest, own.Count);
        }

        IReadOnlyList<string> all = Paragraphs(typed);
        var read = new List<string>();
        for (int at = 0; at < all.Count; )
        {
            int some = Math.Min(longest, all.Count - at);
            while (some > 1 && !known.ContainsKey(string.Join(Between, all.Skip(at).Take(some))))
            {
                some--;
            }

            string text = string.Join(Between, all.Skip(at).Take(some));
            read.Add(known.GetValueOrDefault(text, text));
            at += some;
        }

        return read;
    }

    private const string Between = "\n\n";

    private static IReadOnlyList<string> Paragraphs(string typed) =>
        [
            .. typed
                .ReplaceLineEndings("\n")
                .Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(text => text.Length > 0),
        ];
}
