using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>Takes the answers from a line that names items, and asks back about items that it only mentions.</summary>
internal sealed class LineAnswers(ClassifiedLines own, Continuations continuations, FormCodes codes, Findings findings)
{
    /// <summary>What the last answer was about, for a line below that names nothing.</summary>
    public IReadOnlyList<FormItem> AnsweredLast { get; private set; } = [];

    public LineEnd Read(int i, string line, LineCodes said)
    {
        bool understood = false,
            asked = false,
            broken = false;
        foreach (FigureLine found in said.Answers)
        {
            FigureLine answer =
                found.Item.Kind.EndsInWords() && found.Items.Count == 1 && (found.Certain || found.AfterDash)
                    ? found with
                    {
                        Written = continuations.Of(found.Written, i, always: found.Item.Kind == FormItemKind.Narrative),
                    }
                    : found;
            if (answer.AfterWords && broken)
            {
                findings.AskBack(line, answer.Items, NotUnderstoodReason.InASentence, said.Items);
                asked = true;
                continue;
            }

            AnsweredLast = answer.Items;
            string written = answer == found ? line : string.Join('\n', own.Raw[i..own.Behind(i)].Select(one => one.Trim()));
            (bool taken, broken) = Take(i, written, answer, said, isLast: found == said.Answers[^1]);
            own.MarkBelow(i, taken);
            understood |= taken;
            asked |= !taken;
        }

        foreach (IGrouping<bool, FormItem> mentioned in said.Mentioned.GroupBy(item => item.Sensitive))
        {
            Mention(line, own.Clean[i], [.. mentioned], said);
            asked = true;
        }

        // what was understood of it stands in the acknowledgement, and so does what was not
        return asked ? LineEnd.NotUnderstood
            : understood ? LineEnd.Understood
            : LineEnd.NotUnderstood;
    }

    /// <returns>Whether something was taken from it, and whether what follows on the line may belong to a sentence.</returns>
    private (bool Taken, bool Broken) Take(int i, string line, FigureLine answer, LineCodes said, bool isLast)
    {
        Answer read = answer.Read(answer.Item, findings.Language);
        if (read.MissingReason is not null)
        {
            FigureLine longer = answer with { Written = continuations.Of(answer.Written, i, always: false) };
            read = longer.Read(answer.Item, findings.Language);
            answer = longer;
        }

        if (answer.Items.Count > 1)
        {
            return (TakeTogether(line, answer, read, said), read.Problem is not null || read.MissingReason is not null);
        }

        if (
            !answer.Certain
            && (
                (read.Problem is not null && !Traces.HasDigit(CleanText.Fold(answer.Written)))
                || (answer.Item.Kind == FormItemKind.Narrative && !answer.AfterDash)
            )
        )
        {
            Mention(line, own.Clean[i], answer.Items, said);
            return (false, true); // prose that begins with a code
        }

        if (read.Problem is null && isLast && continuations.MayBeCut(read, i))
        {
            read = new(Problem: NotUnderstoodReason.CutLine);
        }

        findings.Add(answer.Item, read, line, said.Items);
        return (read.Problem is null && !answer.Item.Sensitive, read.Problem is not null || read.MissingReason is not null);
    }

    /// <summary>A reason or a plain yes or no may hold for several; a figure hardly does.</summary>
    private bool TakeTogether(string line, FigureLine answer, Answer read, LineCodes said)
    {
        bool all =
            read.MissingReason is not null
            || (read is { Reached: not null, Problem: null } && answer.Items.All(item => item.Kind == FormItemKind.YesNo))
            || (read is { Status: not null, Problem: null } && answer.Items.All(item => item.Kind == answer.Item.Kind));
        FormItem[] open = [.. answer.Items.Where(item => !item.Sensitive)];
        foreach (FormItem item in answer.Items.Where(item => item.Sensitive || all))
        {
            findings.Add(item, read, line, said.Items);
        }

        if (!all && open.Length > 0)
        {
            findings.AskBack(
                line,
                open,
                read.Problem == NotUnderstoodReason.ReasonMissing ? NotUnderstoodReason.ReasonMissing : NotUnderstoodReason.SeveralCodes,
                said.Items
            );
        }

        return all && open.Length > 0;
    }

    /// <summary>A number beside a code, or a word that takes something back, puts an answer given elsewhere in doubt; other words are only
    /// said back.</summary>
    private void Mention(string line, string clean, IReadOnlyList<FormItem> items, LineCodes said)
    {
        if (items[0].Sensitive)
        {
            findings.AskBack("", items, NotUnderstoodReason.ThroughTheLink);
            return;
        }

        findings.AskBack(line, items, NotUnderstoodReason.InASentence, said.Items, doubts: Doubts.Casts(clean, codes));
    }
}
