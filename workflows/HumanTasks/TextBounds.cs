using ACip.Workflows.Serialization;

namespace ACip.Workflows.HumanTasks;

/// <summary>How long texts may be that people write, the same on pages, in the API and in mails. Rows have an end; and nobody reads more in one place.</summary>
public static class TextBounds
{
    public const string Rule = "text-too-long";

    /// <summary>Of a decision, a waiver, a restatement …; and of one item that is sent back, or has no value.</summary>
    public const int Reason = 4_000;

    public const int Comment = 4_000;

    /// <summary>What a report says of one item in words, and what a review of a plan has found.</summary>
    public const int Narrative = 8_000;

    /// <summary>Of one field of a form, whatever it is for: what is longer was not typed, and the form is not read.</summary>
    public const int Field = 20_000;

    /// <summary>Of a row as it is written: half of what a row holds.</summary>
    public const int Row = 400_000;

    private const int LongestCode = 60, AllReasons = 60_000;

    /// <summary>As a browser counts: a line's end is one character, though it is sent as two.</summary>
    public static bool IsLonger(string? text, int most) => text?.Length > most && text.Length - text.AsSpan().Count("\r\n") > most;

    /// <returns>Null where none of the texts is longer.</returns>
    public static CommandResult.Refused? Refuse(int most, params ReadOnlySpan<string?> texts)
    {
        foreach (string? text in texts)
        {
            if (IsLonger(text, most))
            {
                return new CommandResult.Refused(Rule, $"A text has at most {most} characters here.");
            }
        }

        return null;
    }

    /// <summary>A decision's reason, and those of its items.</summary>
    public static CommandResult.Refused? Refuse(Decision decision) =>
        Refuse(Reason, [decision.Reason, .. decision.Items?.Values ?? []])
        ?? Refuse(LongestCode, [.. decision.Items?.Keys ?? []])
        ?? (decision.Items?.Values.Sum(text => text.Length) > AllReasons ? new CommandResult.Refused(Rule, $"All reasons together have at most {AllReasons} characters.") : null);

    /// <summary>What would not fit into a row of the table.</summary>
    public static CommandResult.Refused? RefuseRow<T>(T value) =>
        Json.Write(value).Length > Row ? new CommandResult.Refused(Rule, "All of it together is longer than can be kept in one place.") : null;
}
