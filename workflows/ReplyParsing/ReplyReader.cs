using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing.Extraction;
using ACip.Workflows.ReplyParsing.Figures;

namespace ACip.Workflows.ReplyParsing;

/// <summary>Interprets a reply: its command, its figures, and what must be asked back.</summary>
/// <remarks>The person's own lines count wherever they name a code. In the quoted part only the form's brackets count: an earlier answer
/// or acknowledgement that is quoted says nothing new.</remarks>
public static class ReplyReader
{
    /// <summary>Reads a reply to the form of these items. Never throws, and takes time linear in the reply's length.</summary>
    /// <param name="language">The task's language: decides how numbers and dates are read. Commands and words are understood in all
    /// three.</param>
    /// <param name="days">Days that an answer may name; null: any.</param>
    /// <param name="nil">False where there is always something to answer: NIL is words there, as any others.</param>
    public static ParsedReply Read(
        ReplyText reply,
        IReadOnlyList<FormItem> items,
        Language language,
        DayRange? days = null,
        bool nil = true
    )
    {
        FormCodes codes = new(items);
        Findings findings = new(items, language, days) { TakesNil = nil };
        ParsedOwnLines own = OwnLines.Read(reply.Text, codes, findings);
        QuotedForm.Read(reply.Quoted, codes, findings);
        OwnLines.ReadSignature(reply.Signature, codes, findings);
        own = NilRule.Held(own, codes, findings);
        return ReplyBounds.Hold(new(own.Command, findings.Figures(), findings.AskedBack()) { Lines = own.Lines, Assigned = own.Assigned });
    }

    /// <summary>Whether a line would be an answer or a command, whatever the form's codes are.</summary>
    internal static bool LooksLikeAnswer(string line)
    {
        string clean = CleanText.Clean(line.Length > 200 ? line[..200] : line);
        return CommandLines.Read(clean, out _, out _) is not null
            || FormCodes.LooksLikeOther(FormCodes.Key(clean.Trim(' ', '\t', '*', '-', '•')));
    }
}
