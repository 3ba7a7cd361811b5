namespace ACip.Workflows.Messaging.Letters;

/// <summary>Mails that respond to replies about a plan: what was taken and what remains to be done. They suggest nothing that would then
/// be refused.</summary>
internal static class PlanLetters
{
    public static Letter Of(PlanHandedIn plan, Wording say) =>
        Letter(
            say.In(Texts.AcknowledgementSubject(say.About(plan.About))),
            plan.About,
            say,
            [
                new Block.Paragraph(say.In(Texts.PlanHandedInIntro)),
                Counted(plan.Counts, say),
                .. Points(say.In(Texts.PlanMissing), plan.Missing, say),
                .. Beside(plan.Kept, plan.Files, say),
                new Block.Paragraph(say.In(Texts.PlanNext(say.Contact.Name, say.Contact.Address))),
            ]
        );

    public static Letter Of(PlanSaved plan, Wording say) =>
        Letter(
            say.In(Texts.AcknowledgementSubject(say.About(plan.About))),
            plan.About,
            say,
            [
                new Block.Paragraph(say.In(Texts.PlanSavedIntro(plan.Workbook))),
                Counted(plan.Counts, say),
                .. Points(say.In(Texts.PlanCellsNotTaken), plan.NotTaken, say),
                .. Points(say.In(Texts.PlanToPutRight), plan.ToPutRight, say),
                .. Beside(plan.Kept, plan.Files, say),
                new Block.Paragraph(say.In(Texts.DueBy(say.Dates.Deadline(plan.Due)))),
                new Block.Paragraph(say.In(Texts.PlanHowToReplyAgain)),
                new Block.Action(say.In(Texts.OpenPage), plan.Link),
            ]
        );

    public static Letter Of(PlanQuestion plan, Wording say) =>
        Letter(
            say.In(Texts.QuestionSubject(say.About(plan.About))),
            plan.About,
            say,
            [
                new Block.Paragraph(plan.ToPutRight.Count > 0 ? say.In(Texts.PlanNotHandedInIntro) : say.In(Texts.PlanUnchangedIntro)),
                .. Points(say.In(Texts.PlanToPutRight), plan.ToPutRight, say),
                .. Points(say.In(Texts.WordsHeading), plan.Unclear, say),
                .. Beside(plan.Kept, plan.Files, say),
                new Block.Paragraph(say.In(Texts.PlanHowToReplyAgain)),
                new Block.Paragraph(say.In(Texts.AskForTime)),
                new Block.Paragraph(say.In(Texts.DueBy(say.Dates.Deadline(plan.Due)))),
                new Block.Action(say.In(Texts.OpenPage), plan.Link),
            ]
        );

    public static Letter Of(FindingsTaken findings, Wording say) =>
        Letter(
            say.In(Texts.AcknowledgementSubject(say.About(findings.About))),
            findings.About,
            say,
            [
                new Block.Paragraph(say.In(Texts.FindingsIntro)),
                .. findings
                    .Words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(line => new Block.Paragraph(line)),
                .. AnswerLetters.Refused(findings.Files, say),
                new Block.Paragraph(say.In(Texts.FindingsCorrect(say.Dates.Deadline(findings.CorrectUntil)))),
            ]
        );

    /// <summary>Words that are kept as written, and files that are not.</summary>
    private static Block[] Beside(string? words, IReadOnlyList<FileLine> files, Wording say) =>
        [.. AnswerLetters.Kept(words, Texts.PlanWordsKept, say), .. AnswerLetters.Refused(files, say)];

    private static Letter Letter(string subject, About about, Wording say, IReadOnlyList<Block> blocks) =>
        new(subject, [new Block.Paragraph($"{say.About(about)}."), .. blocks]);

    private static Block.Paragraph Counted(PlanCounts counts, Wording say) =>
        new(say.In(Texts.PlanCounted(counts.Results, counts.Indicators, counts.Benchmarks, counts.Activities, counts.Risks)));

    private static Block[] Points(string heading, IReadOnlyList<UnclearLine> lines, Wording say) =>
        lines.Count == 0 ? [] : [new Block.Points(heading, AnswerLetters.Points(lines, say))];
}
