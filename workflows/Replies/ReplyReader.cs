using ACip.Workflows.Programme;

namespace ACip.Workflows.Replies;

/// <summary>Understands a reply: its command, its figures, and what must be asked back.</summary>
public static class ReplyReader
{
    /// <summary>Reads a reply to the form of these items. Never throws for any reply; linear in its length.</summary>
    /// <param name="language">The task's language: decides how numbers and dates are read. Commands and words are understood in all three.</param>
    public static ReplyReading Read(ReplyText reply, IReadOnlyList<FormItem> items, Language language) => new(null, [], []);
}
