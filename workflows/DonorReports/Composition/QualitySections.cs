using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;

namespace ACip.Workflows.DonorReports.Composition;

internal static class QualitySections
{
    private const int MostLines = 60;

    public static DocumentSection Coverage(CompositionContext report)
    {
        IReadOnlyList<AdministrationStatus> all = report.Figures.Administrations;
        List<Block> blocks =
        [
            new Table(
                report.Say(Texts.Coverage),
                [
                    new Column(report.Say(Texts.Administration), 4),
                    new Column(report.Say(Texts.Reports), 2),
                    new Column(report.Say(Texts.Values), 2, Number: true),
                    new Column(report.Say(Texts.WithEvidence), 2, Number: true),
                    new Column(report.Say(Texts.Benchmarks), 2),
                ],
                [
                    .. all.Take(MostLines)
                        .Select(one =>
                            (IReadOnlyList<Cell>)
                                [
                                    report.Name(one.Administration),
                                    report.Say(Texts.NofM(part: report.Number(one.Accepted), whole: report.Number(one.Periods.Count))),
                                    report.Count(one.Values),
                                    report.Count(one.WithEvidence),
                                    report.Say(
                                        Texts.NofM(part: report.Number(one.BenchmarksReached), whole: report.Number(one.BenchmarksDue))
                                    ),
                                ]
                        ),
                ]
            ),
        ];
        if (all.Count > MostLines)
        {
            blocks.Add(report.More(all.Count - MostLines, Texts.Observations));
        }

        blocks.Add(report.Head.Gaps.Count == 0 ? new Paragraph(report.Say(Texts.NoGaps)) : Gaps(report));
        if (report.Head.Gaps.Count > MostLines)
        {
            blocks.Add(report.More(report.Head.Gaps.Count - MostLines, Texts.Gaps));
        }

        if (report.Head.Unreadable is { Count: > 0 } records)
        {
            blocks.Add(new Paragraph(report.Say(Texts.Unreadable(records: report.List(records.Take(MostLines))))));
        }

        return new DocumentSection("coverage", 1, report.Say(Texts.Coverage), blocks);
    }

    private static Table Gaps(CompositionContext report) =>
        new(
            report.Say(Texts.WhatIsMissingAndWhy),
            [
                new Column(report.Say(Texts.Administration), 3),
                new Column(report.Say(Texts.Period), 3),
                new Column(report.Say(Texts.Reason), 6),
            ],
            [
                .. report
                    .Head.Gaps.Take(MostLines)
                    .Select(gap =>
                        (IReadOnlyList<Cell>)
                            [
                                report.Name(gap.Administration),
                                gap.Period is { } key ? report.Period(key) : report.Head.Period.Label,
                                Reason(report, gap),
                            ]
                    ),
            ]
        );

    private static Cell Reason(CompositionContext report, CoverageGap gap)
    {
        string reason = report.Say(Terms.Of(gap.Reason));
        if (gap.Note is not { } note)
        {
            return reason;
        }

        Cell told = report.Marked(note, report.LanguageOf(gap.Administration), 200);
        return new Cell(report.Pair(reason, told.Text));
    }

    /// <summary>Both values, unless single values of the indicator are not disclosed.</summary>
    public static DocumentSection Restatements(CompositionContext report)
    {
        var restatements = report.Figures.Texts.Restatements;
        if (restatements.First.Count == 0)
        {
            return new DocumentSection(
                "restatements",
                1,
                report.Say(Texts.Restatements),
                [new Paragraph(report.Say(Texts.NoRestatements))]
            );
        }

        Cell Value(AcceptedObservation accepted, bool withheld) =>
            withheld ? new Cell(report.Say(Texts.Suppressed), Notes: [report.Note(Texts.SuppressedNote)])
            : accepted.Observation.Value is { } value ? report.Amount(value)
            : accepted.Observation.MissingReason is not null ? report.Say(Texts.NoData)
            : PrintableText.Short(accepted.Observation.Narrative, 200);
        List<Block> blocks =
        [
            new Table(
                report.Say(Texts.Restatements),
                [
                    new Column(report.Say(Texts.Administration), 3),
                    new Column(report.Say(Texts.Indicator), 3),
                    new Column(report.Say(Texts.Period), 3),
                    new Column(report.Say(Texts.Before), 2, Number: true),
                    new Column(report.Say(Texts.Now), 2, Number: true),
                    new Column(report.Say(Texts.Reason), 4),
                ],
                [
                    .. restatements.First.Select(one =>
                        (IReadOnlyList<Cell>)
                            [
                                report.Name(one.Administration),
                                $"{one.Restatement.New.Observation.Item} → {one.Indicator}",
                                report.Period(one.Restatement.New.Observation.Period),
                                Value(one.Restatement.Old, one.Withheld),
                                Value(one.Restatement.New, one.Withheld),
                                report.Marked(one.Restatement.Reason, report.LanguageOf(one.Administration), 200),
                            ]
                    ),
                ]
            ),
        ];
        if (restatements.More > 0)
        {
            blocks.Add(report.More(restatements.More, Texts.TextsWord));
        }

        return new DocumentSection("restatements", 1, report.Say(Texts.Restatements), blocks);
    }

    public static DocumentSection Finance(CompositionContext report) =>
        new(
            "finance",
            1,
            report.Say(Texts.Finance),
            [.. report.Written(NarrativePart.Finance, sayIfNone: false), .. FinanceSection.Of(report), .. Files(report)]
        );

    private static IEnumerable<Block> Files(CompositionContext report) =>
        report.Head.Annexes.Count > 0
            ?
            [
                new Table(
                    report.Say(Texts.Finance),
                    [new Column(report.Say(Texts.Document), 3), new Column("SHA-256", 5)],
                    [
                        .. report.Head.Annexes.Select(file =>
                            (IReadOnlyList<Cell>)[$"{file.TitleIn(report.Language)} ({file.FileName})", file.Sha256]
                        ),
                    ]
                ),
            ]
        : report.Head.Finance is null ? [new Paragraph(report.Say(Texts.NoFinance))]
        : [];

    public static DocumentSection Signature(CompositionContext report) =>
        new(
            "signature",
            1,
            report.Say(Texts.Signature),
            [
                new SignatureBlock([
                    report.Say(Texts.SignedFor(publisher: report.Head.Publisher.NameIn(report.Language))),
                    report.Say(Texts.SignedName),
                    report.Say(Texts.SignedOn),
                ]),
            ]
        );

    public static DocumentSection LineageInShort(CompositionContext report) =>
        new(
            "check",
            1,
            report.Say(Texts.Lineage),
            [new Paragraph(report.Say(Texts.CheckText)), new Paragraph(report.Say(Texts.AuditHeadsInManifest))]
        );

    public static DocumentSection Lineage(CompositionContext report) =>
        new(
            "check",
            1,
            report.Say(Texts.Lineage),
            [
                new Paragraph(report.Say(Texts.CheckText)),
                .. report.Head.AuditHeads.Count == 0
                    ? []
                    : new Block[]
                    {
                        new Table(
                            report.Say(Texts.AuditHeads),
                            [new Column(report.Say(Texts.Stream), 3), new Column("#", 1, Number: true), new Column("SHA-256", 6)],
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
