using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Composition;

namespace ACip.Workflows.DonorReports.Rendering.Html;

internal static class NoteMarks
{
    public static MarkupText Notes(this MarkupText page, IReadOnlyList<int>? notes)
    {
        foreach (int note in notes ?? [])
        {
            string number = Writing.Plain(note);
            page.Raw($"<sup><a href=\"#note-{number}\">{number}</a></sup>");
        }

        return page;
    }
}
