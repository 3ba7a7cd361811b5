using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing;

/// <summary>A received mail, separated into what the person wrote and what the mail program added below, above or between.</summary>
/// <param name="Text">The person's own words, exactly as typed, lines ended by \n; empty when there are none. Never a quoted line.</param>
/// <param name="Quoted">The lines that were quoted or forwarded, in their order, without quotation marks. A form filled in the quoted part
/// is read from here.</param>
/// <param name="Signature">Lines taken for a signature, a footer or a disclaimer; nothing in them counts.</param>
public sealed record ReplyText(string Text, IReadOnlyList<string> Quoted, IReadOnlyList<string> Signature)
{
    public static ReplyText Empty { get; } = new("", [], []);

    /// <summary>Separates a mail into its parts. Never throws, and takes time linear in its length.</summary>
    /// <param name="text">The text/plain part, decoded, or null.</param>
    /// <param name="html">The text/html part, decoded, or null.</param>
    public static ReplyText Of(string? text, string? html)
    {
        ReplyText? fromText = string.IsNullOrWhiteSpace(text) ? null : LineSorting.Sort(PlainLines.Of(text));
        ReplyText? fromHtml = string.IsNullOrWhiteSpace(html) ? null : LineSorting.Sort(HtmlLines.Of(html));
        return (fromText, fromHtml) switch
        {
            (null, null) => Empty,
            (null, { } only) => only,
            ({ } only, null) => only,
            ({ } plain, { } marked) => TwoReadings.MoreCareful(plain, marked),
        };
    }
}
