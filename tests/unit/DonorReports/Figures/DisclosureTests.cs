using System.IO.Compression;
using System.Text;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Surveys;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>A region or a group of one administration is that administration: nothing that a donor gets, in whatever format, version or
/// report, tells about fewer than the minimum, nor do two of them together.</summary>
public sealed class DisclosureTests
{
    private const string Withheld = "1110.3"; // of three administrations at least
    private const decimal Rare = 7654.321m;

    [Fact]
    public void No_format_tells_the_value_of_a_region_of_one()
    {
        // XA alone is Europe
        DonorSnapshot snapshot = With(SampleSnapshots.Sample(DonorTemplate.Neutral), "XA", Rare);
        RenderedReport report = DonorReport.Render(snapshot, Language.En);
        Assert.Contains(
            FigureCalculator.Of(snapshot).Indicators,
            one => one.Indicator.Code == Withheld && one.Total.State == FigureState.Shown
        );
        string[] forms = ["7654.32", "7,654.32", "7654.321", "7,654.321"];
        foreach (ReportPart part in report.Parts)
        {
            string text =
                part.FileName == ReportParts.Pdf
                    ? string.Concat(new PdfReader(part.Bytes).Elements().Select(one => one.Text + "\n"))
                    : TextOf(part);
            Assert.All(forms, form => Assert.DoesNotContain(form, text, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Two_versions_do_not_tell_by_their_difference_what_fewer_than_the_minimum_gave(int late)
    {
        DonorSnapshot whole = SampleSnapshots.Sample(DonorTemplate.Neutral);
        string[] givers = [.. whole.Plans.Where(plan => plan.Observations.Any(IsMeant)).Select(plan => plan.Administration.Value)];
        HashSet<string> missing = [.. givers.TakeLast(late)];
        DonorSnapshot first = whole with
        {
            Plans =
            [
                .. whole.Plans.Select(plan =>
                    !missing.Contains(plan.Administration.Value)
                        ? plan
                        : plan with
                        {
                            Observations = [.. plan.Observations.Where(one => !IsMeant(one))],
                        }
                ),
            ],
        };
        DonorSnapshot second = whole with { Head = whole.Head with { Told = FigureCalculator.Told(first) } };
        DonorSnapshot again = SnapshotDocument.Read(SnapshotDocument.Write(second));
        (IndicatorFigure before, IndicatorFigure after) = (Meant(first), Meant(again));
        Assert.Equal(FigureState.Shown, before.Total.State);
        Assert.Equal(late < 3 ? FigureState.Suppressed : FigureState.Shown, after.Total.State);

        // any two cells that both show, of either version, differ by nobody or by three at least
        Dictionary<string, string[]> members = Cells(whole, givers);
        foreach ((string name, Figure now) in Named(after))
        {
            Figure? was = Named(before).FirstOrDefault(one => one.Name == name).Figure;
            int came = members[name].Count(missing.Contains);
            Assert.True(now.State != FigureState.Shown || was?.State != FigureState.Shown || came is 0 or >= 3, $"{name}: {came} came");
        }
    }

    [Fact]
    public void A_version_in_which_nothing_changed_shows_what_the_one_before_showed()
    {
        DonorSnapshot first = SampleSnapshots.Sample(DonorTemplate.Neutral);
        DonorSnapshot second = first with { Head = first.Head with { Told = FigureCalculator.Told(first) } };
        Assert.Empty(FigureChanges.Between(FigureCalculator.Of(first), FigureCalculator.Of(second)));
    }

    /// <summary>A plan's indicator is linked to one agreement at most; so the reports of two donors have no value in common, and nothing is
    /// left when one is taken from the other.</summary>
    [Fact]
    public void Two_donors_reports_count_no_observation_both()
    {
        DonorSnapshot one = SampleSnapshots.Sample(DonorTemplate.Norad);
        DonorSnapshot other = one with
        {
            Head = one.Head with { Agreement = one.Head.Agreement with { Id = new AgreementId("sample-2") } },
        };
        Assert.NotEmpty(Workflows.DonorReports.Verification.Lineage.Of(one));
        Assert.Empty(Workflows.DonorReports.Verification.Lineage.Of(other));
    }

    [Fact]
    public void Survey_scores_are_of_the_agreements_administrations_or_say_that_they_are_programme_wide()
    {
        DonorSnapshot sample = SampleSnapshots.Sample(DonorTemplate.Norad);
        CipsScore score = sample.Head.Cips[0];
        DonorSnapshot scores = sample with
        {
            Head = sample.Head with { Cips = [score, score with { Owner = "XA" }, score with { Owner = "ZZ" }] },
        };
        string page = TextOf(DonorReport.Render(scores, Language.En)[ReportParts.Html]);
        Assert.Contains("programme-wide: they are not of the administrations of this agreement alone", page, StringComparison.Ordinal);
        Assert.Contains("the whole programme, customs officials", page, StringComparison.Ordinal);
        Assert.Contains("Customs of Arvania, customs officials", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ZZ", page, StringComparison.Ordinal);
    }

    private static bool IsMeant(AcceptedObservation one) => one.Observation.Item == "B3";

    private static IndicatorFigure Meant(DonorSnapshot snapshot) =>
        FigureCalculator.Of(snapshot).Indicators.First(one => one.Indicator.Code == Withheld);

    private static IEnumerable<(string Name, Figure Figure)> Named(IndicatorFigure figure) =>
        figure.ByRegion.Select(region => (region.Group, region.Figure)).Prepend(("", figure.Total));

    private static Dictionary<string, string[]> Cells(DonorSnapshot snapshot, string[] givers) =>
        snapshot
            .Head.Administrations.GroupBy(one => one.WcoRegion)
            .ToDictionary(region => region.Key, region => region.Select(one => one.Id.Value).Intersect(givers).ToArray())
            .Append(new("", givers))
            .ToDictionary(one => one.Key, one => one.Value);

    private static DonorSnapshot With(DonorSnapshot snapshot, string administration, decimal value) =>
        snapshot with
        {
            Plans =
            [
                .. snapshot.Plans.Select(plan =>
                    plan.Administration.Value != administration
                        ? plan
                        : plan with
                        {
                            Observations =
                            [
                                .. plan.Observations.Select(one =>
                                    IsMeant(one)
                                        ? one with
                                        {
                                            Observation = one.Observation with { Value = value, MissingReason = null },
                                        }
                                        : one
                                ),
                            ],
                        }
                ),
            ],
        };

    private static string TextOf(ReportPart part)
    {
        if (part.FileName is not (ReportParts.Word or ReportParts.Excel))
        {
            return Encoding.UTF8.GetString(part.Bytes);
        }

        using var zip = new ZipArchive(new MemoryStream(part.Bytes));
        var text = new StringBuilder();
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
