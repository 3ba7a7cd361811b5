namespace ACip.Workflows.Identifiers.Planted;

/// <summary>A wrong arrow on purpose: a lowest room that knows one of the highest. The test of the tests.</summary>
internal sealed class PlantedArrow
{
    public ACip.Workflows.DonorReports.Assembly.DonorReportRef? Report { get; init; }
}
