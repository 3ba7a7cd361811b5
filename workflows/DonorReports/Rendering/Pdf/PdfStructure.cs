using System.Text;

namespace ACip.Workflows.DonorReports.Rendering.Pdf;

/// <summary>Writes what the parts of a document are, and the bookmarks that lead to them.</summary>
internal static class PdfStructure
{
    /// <returns>The number of the tree's root.</returns>
    public static int Write(PdfWriter file, PdfPages pages, PdfElement document)
    {
        int root = file.Reserve();
        var numbers = new Dictionary<PdfElement, int>();
        Number(document);
        Write(document, root);
        int parents = file.Write(
            $"<< /Nums [{string.Join(' ', pages.Marked.Select((marked, page) => $"{PdfWriter.Plain(page)} [{string.Join(' ', marked.Select(element => Reference(numbers[element])))}]"))}] >>"
        );
        file.Write(
            root,
            $"<< /Type /StructTreeRoot /K [{Reference(numbers[document])}] /ParentTree {Reference(parents)} /ParentTreeNextKey {PdfWriter.Plain(pages.Page)} >>"
        );
        return root;

        void Number(PdfElement element)
        {
            numbers.Add(element, file.Reserve());
            foreach (PdfElement kid in element.Kids.OfType<PdfElement>())
            {
                Number(kid);
            }
        }

        void Write(PdfElement element, int parent)
        {
            var kids = new StringBuilder();
            foreach (object kid in element.Kids)
            {
                kids.Append(
                    kid switch
                    {
                        PdfElement inner => Reference(numbers[inner]),
                        PdfMark mark =>
                            $"<< /Type /MCR /Pg {Reference(pages.PageNumbers[mark.Page])} /MCID {PdfWriter.Plain(mark.Number)} >>",
                        _ => throw new InvalidOperationException(kid.GetType().Name),
                    }
                );
                kids.Append(' ');
            }

            file.Write(
                numbers[element],
                $"<< /Type /StructElem /S /{element.Tag} /P {Reference(parent)} /K [{kids.ToString().TrimEnd()}]"
                    + (element.Alternative is { } words ? $" /Alt {PdfWriter.Text(words)}" : "")
                    + (element.Language is { } tag ? $" /Lang ({tag})" : "")
                    + (element.Attributes is { } attributes ? $" /A {attributes}" : "")
                    + " >>"
            );
            foreach (PdfElement kid in element.Kids.OfType<PdfElement>())
            {
                Write(kid, numbers[element]);
            }
        }
    }

    /// <summary>Two levels of bookmarks: chapters, and what is in them.</summary>
    /// <returns>The number of their root.</returns>
    public static int WriteBookmarks(PdfWriter file, PdfPages pages, IReadOnlyList<PdfBookmark> all)
    {
        int root = file.Reserve();
        int[] numbers = [.. all.Select(_ => file.Reserve())];
        int[] chapters = [.. Enumerable.Range(0, all.Count).Where(at => all[at].Level == 1)];
        Family(root, chapters);
        foreach (int chapter in chapters)
        {
            Family(numbers[chapter], Sections(chapter));
        }

        string Ends(int[] kids) =>
            kids.Length == 0
                ? ""
                : $" /First {Reference(numbers[kids[0]])} /Last {Reference(numbers[kids[^1]])} /Count {PdfWriter.Plain(kids.Length)}";
        file.Write(root, $"<< /Type /Outlines{Ends(chapters)} >>");
        return root;

        int[] Sections(int chapter) => [.. Enumerable.Range(chapter + 1, all.Count - chapter - 1).TakeWhile(at => all[at].Level > 1)];

        void Family(int parent, int[] kids)
        {
            for (int kid = 0; kid < kids.Length; kid++)
            {
                PdfBookmark mark = all[kids[kid]];
                string inner = mark.Level == 1 ? Ends(Sections(kids[kid])).Replace("/Count ", "/Count -", StringComparison.Ordinal) : "";
                file.Write(
                    numbers[kids[kid]],
                    $"<< /Title {PdfWriter.Text(mark.Title)} /Parent {Reference(parent)}"
                        + (kid > 0 ? $" /Prev {Reference(numbers[kids[kid - 1]])}" : "")
                        + (kid < kids.Length - 1 ? $" /Next {Reference(numbers[kids[kid + 1]])}" : "")
                        + $"{inner} /Dest [{Reference(pages.PageNumbers[mark.Page - 1])} /XYZ null {PdfWriter.Plain(mark.Y)} null] >>"
                );
            }
        }
    }

    private static string Reference(int number) => $"{PdfWriter.Plain(number)} 0 R";
}

/// <param name="Page">Counted from 1.</param>
internal sealed record PdfBookmark(int Level, string Title, int Page, decimal Y);
