using AngleSharp.Dom;

namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>What the elements of an HTML mail reveal about the words in them, judged by the marks of mail programs.</summary>
internal static class Containers
{
    // an announcement by its id or class: all that follows in the mail is the earlier one
    private static readonly string[] Beginnings =
    [
        "divrplyfwdmsg",
        "appendonsend",
        "stopspelling",
        "zwchr",
        "outlookmessageheader",
        "mail-editor-reference-message-container",
        "ms-outlook-mobile-reference-message",
        "olk_src_body_section",
        "reply_parse_below",
        "isreplycontent",
        "isforwardcontent",
    ];

    private static readonly string[] Attributions =
    [
        "gmail_attr",
        "moz-cite-prefix",
        "reply-intro",
        "quote-attribution",
        "quote_attribution",
        "cite-prefix",
        "replyheader",
        "quote-header",
        "moz-email-headers-table",
        "attribution",
    ];

    // csharpier-ignore
    private static readonly string[] Quotations =
    [
        "gmail_quote", "yahoo_quoted", "yahoo-quoted", "protonmail_quote", "tutanota_quote", "zmail_extra", "quoted", "mail-quote",
        "quote-wrapper", "history-quote", "moz-forward-container", "replybody", "original-message", "originalmessage", "reply-quote",
        "mailquote", "quotebody", "msg-quote", "email-quote", "blockquote_zmail", "ntes_reply", "origbody", "oriemail", "oldmail",
        "messagereplysection", "reply-section", "reply_section", "replysection", "reply-container", "reply_container", "reply-history",
        "replied-message", "message-history", "thread-history", "email-history", "conversation-history", "previous-message",
        "previousmessage", "previous-email", "prevmessage", "parent-message", "parentmessage", "forwarded-message", "forwardedmessage",
        "forwarded-content", "fwd-message", "fwdmessage", "original-content", "originalcontent", "original-mail", "originalmail",
        "original-email", "cited-text", "citation", "rm_reply", "elided-text", "edo-original", "email-original",
    ];

    // csharpier-ignore
    private static readonly string[] SignatureMarks =
    [
        "gmail_signature", "moz-signature", "ms-outlook-mobile-signature", "protonmail_signature", "yahoo-signature", "applemailsignature",
        "mail-signature", "email-signature", "zmail_signature", "mailbirdsignature", "tutanota_signature", "spark_signature",
        "mobile-signature", "ymail_android_signature", "ymail_ios_signature", "iphonesignature", "messagesignaturesection",
        "signature-section", "signature_section",
    ];

    public static bool IsBlock(string name) =>
        name
            is "p"
                or "div"
                or "blockquote"
                or "table"
                or "tr"
                or "ul"
                or "ol"
                or "li"
                or "h1"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6"
                or "pre"
                or "hr"
                or "section"
                or "article"
                or "header"
                or "footer"
                or "center"
                or "form"
                or "fieldset"
                or "address"
                or "dl"
                or "dd"
                or "dt"
                or "body"
                or "caption"
                or "main"
                or "aside"
                or "details"
                or "summary";

    /// <summary>A paragraph without space around it, as Word and its kin write each line.</summary>
    public static bool IsTight(IElement element) =>
        Class(element).Contains("mso", StringComparison.OrdinalIgnoreCase)
        || Style(element) is { } style
            && (style.Contains("margin:0", StringComparison.Ordinal) || style.Contains("margin-top:0", StringComparison.Ordinal));

    public static bool IsPreformatted(IElement element) =>
        element.LocalName is "pre" or "textarea" || Style(element).Contains("white-space:pre", StringComparison.Ordinal);

    public static bool BeginsEarlierMail(IElement element) =>
        Has(element, Beginnings)
        || (element.LocalName == "a" && Attribute(element, "name") == "_MailOriginal")
        || (element.LocalName is "div" or "td" or "table" && HasLineAbove(element) && HeaderLabelsIn(element) >= 2);

    public static LineOrigin Origin(IElement element, LineOrigin outer)
    {
        if (outer is LineOrigin.Quoted or LineOrigin.Attribution)
        {
            return outer;
        }

        if (Has(element, Attributions))
        {
            return LineOrigin.Attribution;
        }

        if (element.LocalName == "blockquote")
        {
            return IsIndentation(element) ? outer : LineOrigin.Quoted;
        }

        if (IsGmailReply(element))
        {
            return outer; // answers between the quotations stand in it too
        }

        if (
            Has(element, Quotations)
            || Attribute(element, "name").Contains("quote", StringComparison.OrdinalIgnoreCase)
            || IsCited(element)
        )
        {
            return LineOrigin.Quoted;
        }

        return
            Has(element, SignatureMarks)
            || element.Id is "Signature" or "signature"
            || element.HasAttribute("data-signatureblock")
            || Attribute(element, "data-smartmail") == "gmail_signature"
            ? LineOrigin.Signature
            : outer;
    }

    /// <summary>Programs that mark by an attribute of their own: type="cite" on any element, data-marker="__QUOTED_TEXT__".</summary>
    private static bool IsCited(IElement element)
    {
        if (Attribute(element, "type") == "cite" || Attribute(element, "data-type") is "quote" or "reply" or "forward")
        {
            return true;
        }

        string marker = Attribute(element, "data-marker");
        return marker.Contains("QUOTED", StringComparison.OrdinalIgnoreCase) || marker.Contains("HEADERS", StringComparison.Ordinal);
    }

    // the indent button of Gmail and Outlook on the web makes a blockquote without a border
    private static bool IsIndentation(IElement element)
    {
        string style = Style(element);
        return Attribute(element, "type").Length == 0
            && Attribute(element, "cite").Length == 0
            && Class(element).Length == 0
            && (style.Contains("border:none", StringComparison.Ordinal) || style.Contains("border:0", StringComparison.Ordinal))
            && style.Contains("margin", StringComparison.Ordinal)
            && style.Contains("40px", StringComparison.Ordinal);
    }

    /// <summary>Gmail's container of a reply: an introduction, then quotations with answers between them. In a forwarded mail everything
    /// is quoted.</summary>
    public static bool IsGmailReply(IElement element) =>
        element.LocalName == "div"
        && Class(element).Contains("gmail_quote", StringComparison.Ordinal)
        && element.Children.Any(child => child.LocalName == "blockquote")
        && !StartsWithDashes(element);

    private static bool StartsWithDashes(IElement element)
    {
        INode node = element;
        while (node.HasChildNodes)
        {
            node =
                node.ChildNodes.Take(5)
                    .FirstOrDefault(child => child is IElement || (child is IText text && !string.IsNullOrWhiteSpace(text.Data)))
                ?? node.ChildNodes[0];
        }

        return node is IText first && first.Data.AsSpan().TrimStart().StartsWith("-----");
    }

    /// <summary>Outlook draws a line above the earlier mail's headers.</summary>
    private static bool HasLineAbove(IElement element)
    {
        string style = Style(element);
        return style.Contains("border-top:solid", StringComparison.Ordinal)
            || (style.Contains("border-top", StringComparison.Ordinal) && style.Contains("solid", StringComparison.Ordinal));
    }

    private static int HeaderLabelsIn(IElement element)
    {
        int labels = 0;
        int colons = 0;
        int looked = 0;
        foreach (IElement bold in element.QuerySelectorAll("b,strong").Take(12))
        {
            string label = CleanText.Fold(bold.TextContent).Trim(' ', ':', '\n', '\t', '*');
            looked++;
            labels += MailWords.HeaderLabels.ContainsKey(label) ? 1 : 0;
            colons += CleanText.Clean(bold.TextContent).TrimEnd().EndsWith(':') ? 1 : 0;
        }

        return looked == 0 ? 0 : Math.Max(labels, colons >= 3 ? 2 : 0);
    }

    private static bool Has(IElement element, string[] marks)
    {
        // the name too: some programs mark by that alone
        string id = Attribute(element, "id");
        string names = Class(element);
        string name = element.LocalName is "a" or "meta" or "input" ? "" : Attribute(element, "name");
        if (id.Length == 0 && names.Length == 0 && name.Length == 0)
        {
            return false;
        }

        foreach (string mark in marks)
        {
            if (
                id.Contains(mark, StringComparison.OrdinalIgnoreCase)
                || names.Contains(mark, StringComparison.OrdinalIgnoreCase)
                || name.Contains(mark, StringComparison.OrdinalIgnoreCase)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static string Class(IElement element) => Attribute(element, "class");

    private static string Attribute(IElement element, string name) => element.GetAttribute(name) ?? "";

    private static string Style(IElement element)
    {
        string style = Attribute(element, "style");
        return style.Length == 0 ? style : style.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
    }
}
