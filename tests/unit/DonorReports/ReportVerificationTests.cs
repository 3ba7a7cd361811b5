using System.Text;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Verification;

namespace ACip.Tests.Unit.DonorReports;

public sealed class ReportVerificationTests
{
    private static readonly byte[] Snapshot = SnapshotDocument.Write(
        SampleSnapshots.Sample(DonorTemplate.Norad, administrations: 4, indicators: 6)
    );
    private static readonly RenderedReport[] Reports =
    [
        DonorReport.Render(SnapshotDocument.Read(Snapshot), Language.En),
        DonorReport.Render(SnapshotDocument.Read(Snapshot), Language.Fr),
    ];
    private static readonly byte[] Manifested = Manifest.Of(Snapshot, Reports).Write();

    [Fact]
    public void A_sound_report_has_no_findings() => Assert.Empty(ReportVerification.Verify(Snapshot, Reports, Manifested));

    [Fact]
    public void A_manifest_names_every_file_of_every_language_and_the_audit_heads()
    {
        Manifest manifest = Manifest.Read(Manifested);
        Assert.Equal(14, manifest.Parts.Count);
        Assert.Equal(4, manifest.AuditHeads.Count);
        Assert.Equal("financial-annex.pdf", Assert.Single(manifest.Annexes).FileName);
    }

    [Theory]
    [InlineData(ReportParts.Html)]
    [InlineData(ReportParts.Json)]
    [InlineData(ReportParts.Word)]
    [InlineData(ReportParts.Pdf)]
    [InlineData(ReportParts.Excel)]
    [InlineData(ReportParts.Iati)]
    [InlineData(ReportParts.Csv)]
    public void One_changed_byte_in_a_file_is_found_and_named(string file)
    {
        byte[] changed = [.. Reports[0][file].Bytes];
        changed[changed.Length / 2] ^= 1;
        RenderedReport report = Reports[0] with
        {
            Parts = [.. Reports[0].Parts.Select(part => part.FileName == file ? part with { Bytes = changed } : part)],
        };
        IReadOnlyList<Finding> findings = ReportVerification.Verify(Snapshot, [report, Reports[1]], Manifested);
        Assert.Equal(
            [(FindingKind.PartChanged, $"en/{file}"), (FindingKind.PartNotReproduced, $"en/{file}")],
            findings.Select(finding => (finding.Kind, finding.Where))
        );
    }

    [Fact]
    public void A_value_changed_in_the_snapshot_is_found_even_if_the_manifest_was_made_to_fit()
    {
        byte[] changed = Encoding.ASCII.GetBytes(
            Encoding
                .ASCII.GetString(Snapshot)
                .Replace("\"value\":24}", "\"value\":94}", StringComparison.Ordinal)
                .Replace("\"value\":24,", "\"value\":94,", StringComparison.Ordinal)
        );
        Assert.NotEqual(Snapshot, changed);
        Assert.Contains(ReportVerification.Verify(changed, Reports, Manifested), finding => finding.Kind == FindingKind.SnapshotChanged);
        byte[] fitted = Manifest.Of(changed, Reports).Write();
        Assert.Contains(
            ReportVerification.Verify(changed, Reports, fitted),
            finding => finding is { Kind: FindingKind.PartNotReproduced, Where: "en/report.html" }
        );
    }

    /// <summary>Its files are held against the manifest as ever; only their making is not repeated.</summary>
    [Fact]
    public void Files_of_another_renderer_are_not_made_again_but_a_changed_one_is_found()
    {
        byte[] elsewhere = [.. Reports[0][ReportParts.Html].Bytes, (byte)'\n'];
        RenderedReport report = Reports[0] with
        {
            Parts = [.. Reports[0].Parts.Select(part => part.FileName == ReportParts.Html ? part with { Bytes = elsewhere } : part)],
        };
        Manifest earlier = Manifest.Of(Snapshot, report, Reports[1]) with { Renderer = null };
        Assert.False(earlier.IsOfThisRenderer);
        Assert.Equal(1, earlier.MadeBy);
        Assert.Empty(ReportVerification.Verify(Snapshot, [report, Reports[1]], earlier.Write()));
        Assert.Equal(FindingKind.PartChanged, Assert.Single(ReportVerification.Verify(Snapshot, Reports, earlier.Write())).Kind);
        Assert.Equal(
            FindingKind.PartNotReproduced,
            Assert.Single(ReportVerification.Verify(Snapshot, [report, Reports[1]], Manifest.Of(Snapshot, report, Reports[1]).Write())).Kind
        );
    }

    [Fact]
    public void A_missing_and_an_extra_file_are_found()
    {
        Assert.Equal(
            7,
            ReportVerification.Verify(Snapshot, [Reports[0]], Manifested).Count(finding => finding.Kind == FindingKind.PartMissing)
        );
        RenderedReport more = Reports[0] with { Parts = [.. Reports[0].Parts, new ReportPart("more.txt", "text/plain", [1])] };
        Assert.Equal("en/more.txt", Assert.Single(ReportVerification.Verify(Snapshot, [more, Reports[1]], Manifested)).Where);
    }

    [Fact]
    public void Audit_heads_that_are_not_those_of_the_snapshot_are_found()
    {
        Manifest manifest = Manifest.Read(Manifested);
        byte[] truncated = (manifest with { AuditHeads = [.. manifest.AuditHeads.Skip(1)] }).Write();
        Assert.Equal(FindingKind.AuditHeadsDiffer, Assert.Single(ReportVerification.Verify(Snapshot, Reports, truncated)).Kind);
    }

    [Fact]
    public void Rubbish_is_a_finding_and_no_crash()
    {
        Assert.Equal(FindingKind.ManifestUnreadable, Assert.Single(ReportVerification.Verify(Snapshot, Reports, [1, 2, 3])).Kind);
        Assert.Contains(
            ReportVerification.Verify([1, 2, 3], Reports, Manifested),
            finding => finding.Kind == FindingKind.SnapshotUnreadable
        );
    }
}
