using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Composition;

internal static class QualitySections
{
    private const int MostLines = 60;

    public static DocumentSection Coverage(Composing report)
    {
        IReadOnlyList<AdministrationStatus> all = report.Figures.Administrations;
        List<Block> blocks =
        [
            new Table(
                report.Say(Words.Coverage),
                [
                    new Column(report.Say(Words.Administration), 4),
                    new Column(report.Say(Words.Reports), 2),
                    new Column(report.Say(Words.Values), 2, Number: true),
                    new Column(report.Say(Words.WithEvidence), 2, Number: true),
                    new Column(report.Say(Words.Benchmarks), 2),
                ],
                [
                    .. all.Take(MostLines)
                        .Select(one =>
                            (IReadOnlyList<Cell>)
                                [
                                    report.Name(one.Administration),
                                    report.Say(Phrases.NofM, report.Number(one.Accepted), report.Number(one.Periods.Count)),
                                    report.Count(one.Values),
                                    report.Count(one.WithEvidence),
                                    report.Say(Phrases.NofM, report.Number(one.BenchmarksReached), report.Number(one.BenchmarksDue)),
                                ]
                        ),
                ]
            ),
        ];
        if (all.Count > MostLines)
        {
            blocks.Add(report.More(all.Count - MostLines));
        }

        blocks.Add(report.Head.Gaps.Count == 0 ? new Paragraph(report.Say(Phrases.NoGaps)) : Gaps(report));
        if (report.Head.Gaps.Count > MostLines)
        {
            blocks.Add(report.More(report.Head.Gaps.Count - MostLines));
        }

        if (report.Head.Unreadable is { Count: > 0 } records)
        {
            blocks.Add(new Paragraph(report.Say(Phrases.Unreadable, string.Join(", ", records.Take(MostLines)))));
        }

        return new DocumentSection("coverage", 1, report.Say(Words.Coverage), blocks);
    }

    private static Table Gaps(Composing report) =>
        new(
            report.Say(new("What is missing, and why", "Ce qui manque, et pourquoi", "Qué falta y por qué")),
            [
                new Column(report.Say(Words.Administration), 3),
                new Column(report.Say(Words.Period), 3),
                new Column(report.Say(Words.Reason), 6),
            ],
            [
                .. report
                    .Head.Gaps.Take(MostLines)
                    .Select(gap =>
                        (IReadOnlyList<Cell>)
                            [
                                report.Name(gap.Administration),
                                gap.Period is { } key ? Writing.Period(key) : report.Head.Period.Label,
                                report.Say(Terms.Of(gap.Reason)) + (gap.Note is { } note ? $": {PlainText.Short(note, 200)}" : ""),
                            ]
                    ),
            ]
        );

    /// <summary>Both values, unless single values of the indicator are not disclosed.</summary>
    public static DocumentSection Restatements(Composing report)
    {
        var restatements = report.Figures.Texts.Restatements;
        if (restatements.First.Count == 0)
        {
            return new DocumentSection(
                "restatements",
                1,
                report.Say(Words.Restatements),
                [new Paragraph(report.Say(Phrases.NoRestatements))]
            );
        }

        Cell Value(AcceptedObservation accepted, bool withheld) =>
            withheld ? new Cell(report.Say(Phrases.Suppressed), Notes: [report.Note(Phrases.SuppressedNote)])
            : accepted.Observation.Value is { } value ? report.Amount(value)
            : accepted.Observation.MissingReason is not null ? report.Say(Phrases.NoData)
            : PlainText.Short(accepted.Observation.Narrative, 200);
        List<Block> blocks =
        [
            new Table(
                report.Say(Words.Restatements),
                [
                    new Column(report.Say(Words.Administration), 3),
                    new Column(report.Say(Words.Indicator), 3),
                    new Column(report.Say(Words.Period), 3),
                    new Column(report.Say(Words.Before), 2, Number: true),
                    new Column(report.Say(Words.Now), 2, Number: true),
                    new Column(report.Say(Words.Reason), 4),
                ],
                [
                    .. restatements.First.Select(one =>
                        (IReadOnlyList<Cell>)
                            [
                                report.Name(one.Administration),
                                $"{one.Restatement.New.Observation.Item} → {one.Indicator}",
                                Writing.Period(one.Restatement.New.Observation.Period),
                                Value(one.Restatement.Old, one.Withheld),
                                Value(one.Restatement.New, one.Withheld),
                                PlainText.Short(one.Restatement.Reason, 200),
                            ]
                    ),
                ]
            ),
        ];
        if (restatements.More > 0)
        {
            blocks.Add(report.More(restatements.More));
        }

        return new DocumentSection("restatements", 1, report.Say(Words.Restatements), blocks);
    }

    public static DocumentSection Finance(Composing report) =>
        new(
            "finance",
            1,
            report.Say(Words.Finance),
            [
                .. report.Texts(NarrativeSection.Finance, sayIfNone: false),
                report.Head.Annexes.Count == 0
                    ? new Paragraph(report.Say(Phrases.NoFinance))
                    : new Table(
                        report.Say(Words.Finance),
                        [new Column(report.Say(Words.Document), 3), new Column("SHA-256", 5)],
                        [.. report.Head.Annexes.Select(file => (IReadOnlyList<Cell>)[$"{file.Title} ({file.FileName})", file.Sha256])]
                    ),
            ]
        );

    public static DocumentSection Signature(Composing report) =>
        new(
            "signature",
            1,
            report.Say(Words.Signature),
            [
                new SignatureBlock([
                    report.Say(Phrases.SignedFor, report.Head.Publisher.Name),
                    report.Say(Phrases.SignedName),
                    report.Say(Phrases.SignedOn),
                ]),
            ]
        );

    public static DocumentSection Lineage(Composing report) =>
        new(
            "check",
            1,
            report.Say(Words.Lineage),
            [
                new Paragraph(report.Say(Phrases.CheckText)),
                .. report.Head.AuditHeads.Count == 0
                    ? []
                    : new Block[]
                    {
                        new Table(
                            report.Say(Phrases.AuditHeads),
                            [
                                new Column(report.Say(new Text("Stream", "Flux", "Flujo")), 3),
                                new Column("#", 1, Number: true),
                                new Column("SHA-256", 6),
                            ],
                            [
                                .. report
                                    .Head.AuditHeads.Take(MostLines)
                                    .Select(head =>
                                        (IReadOnlyList<Cell>)[head.Stream, new Cell(Writing.Plain(head.Sequence), head.Sequence), head.Hash]
                                    ),
                            ]
                        ),
                    },
            ]
        );
}
