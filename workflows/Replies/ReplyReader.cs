using ACip.Workflows.Programme;
using ACip.Workflows.Replies.Figures;

namespace ACip.Workflows.Replies;

/// <summary>Understands a reply: its command, its figures, and what must be asked back.</summary>
/// <remarks>
/// The person's own lines count wherever they name a code. Of the quoted part, only what stands in the form's brackets counts:
/// an earlier answer or an acknowledgement that is quoted along says nothing new.
/// </remarks>
public static class ReplyReader
{
    /// <summary>Reads a reply to the form of these items. Never throws for any reply; linear in its length.</summary>
    /// <param name="language">The task's language: decides how numbers and dates are read. Commands and words are understood in all three.</param>
    public static ReplyReading Read(ReplyText reply, IReadOnlyList<FormItem> items, Language language)
    {
        FormCodes codes = new(items);
        Findings findings = new(items, language);
        Command? command = OwnLines.Read(reply.Text, codes, findings);
        QuotedForm.Read(reply.Quoted, codes, findings);
        OwnLines.ReadSignature(reply.Signature, codes, findings);
        return ReplyBounds.Hold(new(command, findings.Figures(), findings.AskedBack()));
    }
}
