namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>The origin of a line, as far as its marks and containers show.</summary>
internal enum LineOrigin
{
    /// <summary>Nothing marks it: the person's own unless neighbouring lines say otherwise.</summary>
    Unmarked,

    /// <summary>Marked as quoted by a sign in front or by its element.</summary>
    Quoted,

    /// <summary>Marked by its element as the line that introduces a quotation.</summary>
    Attribution,

    /// <summary>Marked by its element as a signature.</summary>
    Signature,
}

/// <summary>One line of a mail.</summary>
/// <param name="Raw">As it was typed, without its line end.</param>
/// <param name="Content">Without quotation signs.</param>
/// <param name="Origin">What its marks say.</param>
/// <param name="QuotedFromHere">True: a mail program said that all that follows is the earlier mail.</param>
/// <param name="IsRule">A drawn line (hr), or nothing but dashes or underscores.</param>
internal sealed record MailLine(string Raw, string Content, LineOrigin Origin, bool QuotedFromHere = false, bool IsRule = false)
{
    /// <summary>The content for comparisons: cleaned and trimmed.</summary>
    public string View { get; } = CleanText.Clean(Content).Trim();

    public bool IsBlank => View.Length == 0;

    public bool IsQuoted => Origin == LineOrigin.Quoted;

    private string? folded;

    private bool isHeaderRead;
    private (HeaderRole Role, string Value)? header;

    /// <summary>The view without case and accents.</summary>
    public string Folded => folded ??= CleanText.Fold(View);

    /// <summary>What it says as a mail header; null if it is none. Cached, because blocks of headers are searched from every
    /// line.</summary>
    public (HeaderRole Role, string Value)? AsHeader(Func<string, (HeaderRole, string)?> read)
    {
        if (!isHeaderRead)
        {
            (header, isHeaderRead) = (read(View), true);
        }

        return header;
    }
}
