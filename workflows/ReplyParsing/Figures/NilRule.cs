using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>NIL means that there is nothing to report at all. Beside a figure, or about a single item, it does not mean that and submits
/// nothing.</summary>
internal static class NilRule
{
    /// <summary>Withdraws the command if it is doubtful, and asks back.</summary>
    public static ParsedOwnLines Held(ParsedOwnLines own, FormCodes codes, Findings findings)
    {
        if (own.Command is not Command.Nil nil)
        {
            return own;
        }

        FormItem[] named =
        [
            .. codes.In(FormCodes.Key(CleanText.Clean(nil.Reason))).Select(place => place.Item).DistinctBy(item => item.Code),
        ];
        if (named.Length == 0 && !findings.HasFigure && !NamesAnother(nil.Reason, codes))
        {
            return own;
        }

        findings.AskBack(string.Join('\n', own.CommandLines), named, NotUnderstoodReason.NilOrItem, doubts: false);
        return own with
        {
            Command = null,
            Lines =
            [
                .. own.Lines.Select(line =>
                    line.End == LineEnd.Understood && own.CommandLines.Contains(line.Line)
                        ? line with
                        {
                            End = LineEnd.NotUnderstood,
                        }
                        : line
                ),
            ],
        };
    }

    /// <summary>A code like those of the form that it does not have: an item of another quarter.</summary>
    private static bool NamesAnother(string reason, FormCodes codes)
    {
        foreach (string word in reason.Split([' ', ',', ';', '.', ':', '(', ')', '"', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            string keyed = FormCodes.Key(word);
            int letters = FirstDigit(keyed);
            if (
                char.IsUpper(word[0])
                && FormCodes.CodeShape(keyed) == keyed.Length
                && codes.ByKey.Keys.Any(key => FirstDigit(key) == letters && key.StartsWith(keyed[..letters], StringComparison.Ordinal))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static int FirstDigit(string keyed) => keyed.AsSpan().IndexOfAnyInRange('0', '9');
}
