namespace ACip.Workflows.Languages;

/// <summary>How long texts may be that people write, the same on pages, in the API and in mails. Rows have an end; and nobody reads more in
/// one place.</summary>
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

    /// <summary>As a browser counts: a line's end is one character, though it is sent as two.</summary>
    public static bool IsLonger(string? text, int most) => text?.Length > most && text.Length - text.AsSpan().Count("\r\n") > most;
}
