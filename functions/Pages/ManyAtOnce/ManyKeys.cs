using ACip.Workflows.Identifiers;

namespace ACip.Functions.Pages.ManyAtOnce;

/// <summary>How a form or a program names a task: its stream, a bar, its id.</summary>
internal static class ManyKeys
{
    private const char Bar = '|';

    public static string Of(TaskRef task) => $"{task.Stream}{Bar}{task.Task}";

    /// <returns>Null for what names no task.</returns>
    public static TaskRef? Read(string key) =>
        key.Split(Bar) is [{ Length: > 0 and < 200 } stream, { Length: > 0 and < 300 } task] && IsPlain(stream) && IsPlain(task)
            ? new TaskRef(new StreamId(stream), new TaskId(task))
            : null;

    private static bool IsPlain(string id) => id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ':');
}
