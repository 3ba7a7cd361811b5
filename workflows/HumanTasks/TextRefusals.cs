using ACip.Workflows.Languages;
using ACip.Workflows.Serialization;

namespace ACip.Workflows.HumanTasks;

/// <summary>Refuses texts longer than <see cref="TextBounds"/> allows, in the same words on pages, in the API and in mails.</summary>
public static class TextRefusals
{
    private const int LongestCode = 60,
        AllReasons = 60_000;

    /// <returns>Null where none of the texts is longer.</returns>
    public static CommandResult.Refused? Refuse(int most, params ReadOnlySpan<string?> texts)
    {
        foreach (string? text in texts)
        {
            if (TextBounds.IsLonger(text, most))
            {
                return new CommandResult.Refused(TextBounds.Rule, $"A text has at most {most} characters here.");
            }
        }

        return null;
    }

    /// <summary>Checks a decision's reason and the reasons of its items.</summary>
    public static CommandResult.Refused? Refuse(Decision decision) =>
        Refuse(TextBounds.Reason, [decision.Reason, .. decision.Items?.Values ?? []])
        ?? Refuse(LongestCode, [.. decision.Items?.Keys ?? []])
        ?? (
            decision.Items?.Values.Sum(text => text.Length) > AllReasons
                ? new CommandResult.Refused(TextBounds.Rule, $"All reasons together have at most {AllReasons} characters.")
                : null
        );

    /// <summary>Refuses a value that would not fit into a row of the table.</summary>
    public static CommandResult.Refused? RefuseRow<T>(T value) =>
        Json.Write(value).Length > TextBounds.Row
            ? new CommandResult.Refused(TextBounds.Rule, "All of it together is longer than can be kept in one place.")
            : null;
}
