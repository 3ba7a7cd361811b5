using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>The lines that an HTML part shows, each with what its elements say of its origin.</summary>
/// <remarks>Walks without recursion, so that no nesting can exhaust the stack.</remarks>
internal static class HtmlLines
{
    public static List<MailLine> Of(string html)
    {
        if (NestingGuard.IsTooDeep(html))
        {
            // no mail program nests like that: everything in it is treated as foreign
            return [new("", "", LineOrigin.Unmarked, QuotedFromHere: true)];
        }

        // with scripts, as a browser parses: what stands in noscript is not part of the mail then
        IDocument document = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(html);
        LineWriter writer = new(new StyleRules(document));
        if (document.Body is { } body)
        {
            Walk(body, writer);
        }

        return writer.Lines();
    }

    private static void Walk(IElement root, LineWriter writer)
    {
        Stack<Step> open = new();
        open.Push(new(root, Part.Entering));
        while (open.TryPop(out Step step))
        {
            switch (step)
            {
                case { Node: IText text }:
                    writer.Text(text.Data);
                    break;
                case { Part: Part.IntroductionBegins }:
                    writer.Push(LineOrigin.Attribution);
                    break;
                case { Part: Part.IntroductionEnds }:
                    writer.Pop();
                    break;
                case { Node: IElement left, Part: Part.Leaving }:
                    writer.Leave(left);
                    break;
                case { Node: IElement element } when writer.Enter(element):
                    open.Push(new(element, Part.Leaving));
                    PushChildren(element, open, writer.IsOwn);
                    break;
            }
        }
    }

    /// <summary>What stands before the first quotation in Gmail's container introduces it, in whatever language.</summary>
    private static void PushChildren(IElement element, Stack<Step> open, bool own)
    {
        bool introduced = own && Containers.IsGmailReply(element);
        bool before = false;
        INode? first = introduced ? element.Children.First(child => child.LocalName == "blockquote") : null;
        // by index: asking a node for its sibling looks it up in its parent, which is quadratic
        for (int i = element.ChildNodes.Length - 1; i >= 0; i--)
        {
            INode child = element.ChildNodes[i];
            open.Push(new(child, Part.Entering));
            if (child == first)
            {
                before = true;
                open.Push(new(element, Part.IntroductionEnds));
            }
        }

        if (before)
        {
            open.Push(new(element, Part.IntroductionBegins));
        }
    }

    private enum Part
    {
        Entering,
        Leaving,
        IntroductionBegins,
        IntroductionEnds,
    }

    private readonly record struct Step(INode Node, Part Part);
}
