using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Verification;

namespace ACip.Tests.Unit.DonorReports.Figures;

public sealed class LineageTests
{
    private static readonly DonorSnapshot Sample = SampleSnapshots.Sample(DonorTemplate.Norad, administrations: 4, indicators: 6);

    [Fact]
    public void The_observations_of_a_sum_make_the_sum()
    {
        Figure total = FigureCalculator.Of(Sample).Indicators.Single(figure => figure.Indicator.Code == "1111.1").Total;
        Assert.Equal(total.Value, Lineage.Of(Sample, "1111.1").Sum(entry => entry.DonorValue));
        Assert.All(Lineage.Of(Sample), entry => Assert.NotEmpty(entry.AuditEvent));
    }

    [Fact]
    public async Task What_is_stored_as_it_was_gives_no_finding() => Assert.Empty(await Verify(new Stored()));

    [Fact]
    public async Task Every_kind_of_change_is_found_and_named()
    {
        AcceptedObservation first = Sample
            .Plans.First()
            .Observations.First(one => one.Observation.EvidenceSha256.Count > 0 && one.Observation.Value is not null);
        string id = first.Observation.Id;
        await Finds(new Stored { Observation = one => one.Id == id ? null : one }, FindingKind.ObservationMissing, id);
        await Finds(
            new Stored { Observation = one => one.Id == id ? one with { Value = one.Value + 1 } : one },
            FindingKind.ObservationChanged,
            id
        );
        await Finds(
            new Stored { Observation = one => one with { At = one.At.ToOffset(TimeSpan.FromHours(5)), Value = one.Value * 1.00m } }
        );
        await Finds(
            new Stored { Evidence = hash => hash == first.Observation.EvidenceSha256[0] ? null : hash },
            FindingKind.EvidenceMissing,
            first.Observation.EvidenceSha256[0]
        );
        await Finds(
            new Stored { Evidence = hash => hash == first.Observation.EvidenceSha256[0] ? "00" : hash },
            FindingKind.EvidenceChanged,
            first.Observation.EvidenceSha256[0]
        );
        await Finds(new Stored { Event = audit => audit != first.AuditEvent }, FindingKind.AuditEventMissing, id);
        await Finds(new Stored { Head = head => head.Stream == "plan:XA" ? null : head.Hash }, FindingKind.AuditTruncated, "plan:XA");
        await Finds(new Stored { Head = head => head.Stream == "plan:XA" ? "00" : head.Hash }, FindingKind.AuditChanged, "plan:XA");
    }

    private static async Task Finds(Stored stored, FindingKind? kind = null, string where = "")
    {
        IReadOnlyList<Finding> findings = await Verify(stored);
        Assert.Equal(kind is null ? 0 : 1, findings.Count);
        Assert.All(
            findings,
            finding => Assert.True(finding.Kind == kind && finding.Where.Contains(where, StringComparison.Ordinal), finding.ToString())
        );
    }

    private static Task<IReadOnlyList<Finding>> Verify(Stored stored) =>
        LineageVerification.VerifyAsync(Sample, stored, CancellationToken.None);

    private sealed class Stored : IStoredFacts
    {
        private readonly Dictionary<string, Observation> all = Sample
            .Plans.SelectMany(plan =>
                plan.Restatements.SelectMany(one => new[] { one.New.Observation, one.Old.Observation })
                    .Concat(plan.Observations.Select(one => one.Observation))
            )
            .GroupBy(one => one.Id)
            .ToDictionary(same => same.Key, same => same.Last());

        public Func<Observation, Observation?> Observation { get; init; } = one => one;
        public Func<string, string?> Evidence { get; init; } = hash => hash;
        public Func<string, bool> Event { get; init; } = _ => true;
        public Func<AuditHead, string?> Head { get; init; } = head => head.Hash;

        public Task<Observation?> FindObservationAsync(PlanId plan, string id, CancellationToken cancellation) =>
            Task.FromResult(Observation(all[id]));

        public Task<string?> HashEvidenceAsync(string sha256, CancellationToken cancellation) => Task.FromResult(Evidence(sha256));

        public Task<bool> HasAuditEventAsync(PlanId plan, string auditEvent, CancellationToken cancellation) =>
            Task.FromResult(Event(auditEvent));

        public Task<string?> HashAuditEventAsync(string stream, long sequence, CancellationToken cancellation) =>
            Task.FromResult(Head(Sample.Head.AuditHeads.Single(head => head.Stream == stream && head.Sequence == sequence)));
    }
}
