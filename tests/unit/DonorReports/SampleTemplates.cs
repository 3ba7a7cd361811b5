using System.Runtime.CompilerServices;
using System.Text.Json;
using ACip.Workflows.DonorReports.AddedTemplates;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Programme.ReportTemplates;

namespace ACip.Tests.Unit.DonorReports;

/// <summary>The templates that ship, and that of a fictional donor who counts milestones and scores in red, amber and green: a file in
/// tests/fixtures/report-templates, and nothing else.</summary>
public static class SampleTemplates
{
    public const string Aurora = "AuroraFund";

    public static IReadOnlyList<DonorTemplate> All { get; } = [.. ShippedTemplates.All.Select(one => one.Name), Aurora];

    /// <returns>The head as an assembly would take it by that template.</returns>
    public static SnapshotHead By(SnapshotHead head)
    {
        if (head.Agreement.Schedule.Template != Aurora)
        {
            return head;
        }

        ReportTemplate given = Read(Aurora);
        return head with
        {
            Template = given,
            Agreement = FrameworkDisclosure.Of(head.Agreement, given),
            Deviations = FrameworkDisclosure.Of(head.Deviations, head.Agreement, given),
        };
    }

    public static ReportTemplate Read(string name)
    {
        (ReportTemplate? template, IReadOnlyList<RegisterProblem> problems) = ReportTemplateReader.Read(Bytes(name));
        return template ?? throw new JsonException(string.Join(" ", problems.Select(one => $"{one.Path}: {one.Why}")));
    }

    public static byte[] Bytes(string name, [CallerFilePath] string here = "") =>
        File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "fixtures", "report-templates", $"{name}.json"));
}
