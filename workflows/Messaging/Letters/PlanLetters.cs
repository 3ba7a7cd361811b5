namespace ACip.Workflows.Messaging.Letters;

/// <summary>What answers a reply about a plan: what was taken, what is still to be done, and nothing that would then be refused.</summary>
internal static class PlanLetters
{
    public static Letter Of(PlanHandedIn plan, Wording say) =>
        Letter(
            say.Words.AcknowledgementSubject(say.About(plan.About)),
            plan.About,
            say,
            [
                new Block.Paragraph(say.Words.PlanHandedInIntro),
                Counted(plan.Counts, say),
                .. Points(say.Words.PlanMissing, plan.Missing, say),
                new Block.Paragraph(say.Words.PlanNext(say.Contact.Name, say.Contact.Address)),
            ]
        );

    public static Letter Of(PlanSaved plan, Wording say) =>
        Letter(
            say.Words.AcknowledgementSubject(say.About(plan.About)),
            plan.About,
            say,
            [
                new Block.Paragraph(say.Words.PlanSavedIntro(plan.Workbook)),
                Counted(plan.Counts, say),
                .. Points(say.Words.PlanCellsNotTaken, plan.NotTaken, say),
                .. Points(say.Words.PlanToPutRight, plan.ToPutRight, say),
                new Block.Paragraph(say.Words.DueBy(say.Dates.Deadline(plan.Due))),
                new Block.Paragraph(say.Words.PlanHowToReplyAgain),
                new Block.Action(say.Words.OpenPage, plan.Link),
            ]
        );

    public static Letter Of(PlanQuestion plan, Wording say) =>
        Letter(
            say.Words.QuestionSubject(say.About(plan.About)),
            plan.About,
            say,
            [
                new Block.Paragraph(plan.ToPutRight.Count > 0 ? say.Words.PlanNotHandedInIntro : say.Words.PlanUnchangedIntro),
                .. Points(say.Words.PlanToPutRight, plan.ToPutRight, say),
                .. Points(say.Words.WhatYouWrote, plan.Unclear, say),
                new Block.Paragraph(say.Words.PlanHowToReplyAgain),
                new Block.Paragraph(say.Words.AskForTime),
                new Block.Paragraph(say.Words.DueBy(say.Dates.Deadline(plan.Due))),
                new Block.Action(say.Words.OpenPage, plan.Link),
            ]
        );

    public static Letter Of(FindingsTaken findings, Wording say) =>
        Letter(
            say.Words.AcknowledgementSubject(say.About(findings.About)),
            findings.About,
            say,
            [
                new Block.Paragraph(say.Words.FindingsIntro),
                .. findings
                    .Words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(line => new Block.Paragraph(line)),
                new Block.Paragraph(say.Words.FindingsCorrect(say.Dates.Deadline(findings.CorrectUntil))),
            ]
        );

    private static Letter Letter(string subject, About about, Wording say, IReadOnlyList<Block> blocks) =>
        new(subject, [new Block.Paragraph($"{say.About(about)}."), .. blocks]);

    private static Block.Paragraph Counted(PlanCounts counts, Wording say) =>
        new(say.Words.PlanCounted(counts.Results, counts.Indicators, counts.Benchmarks, counts.Activities, counts.Risks));

    private static Block[] Points(string heading, IReadOnlyList<UnclearLine> lines, Wording say) =>
        lines.Count == 0 ? [] : [new Block.Points(heading, AnswerLetters.Points(lines, say))];
}
