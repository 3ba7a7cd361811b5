using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>What an open task is about, in the reader's language.</summary>
internal static class TaskMatter
{
    /// <param name="administrations">To say an administration's name in that language.</param>
    public static string Of(WaitingTask task, PageContext page, IReadOnlyList<AdministrationRow> administrations)
    {
        string subject = administrations.FirstOrDefault(row => row.Name == task.Subject) is { } row
            ? page.Say(CountryNames.Of(row.Id, row.Name))
            : task.Subject;
        string matter = task.Matter is { } text ? page.Say(text) : subject;
        return subject == matter || task.Subject == task.Matter?.En ? matter : $"{subject}: {matter}";
    }
}
