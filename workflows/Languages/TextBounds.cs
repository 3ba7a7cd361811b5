namespace ACip.Workflows.Languages;

/// <summary>The longest texts that people can write, the same on pages, in the API and in mails. Rows are limited in size, and nobody
/// reads more in one place.</summary>
public static class TextBounds
{
    public const string Rule = "text-too-long";

    /// <summary>The reason for a decision, a waiver, a restatement and so on, and for a single item that is sent back or has no
    /// value.</summary>
    public const int Reason = 4_000;

    public const int Comment = 4_000;

    /// <summary>The narrative for one item of a report, and the findings of a plan's review.</summary>
    public const int Narrative = 8_000;

    /// <summary>Any field of any form. A form with anything longer is not taken; behind a link it is shown again, to be
    /// shortened.</summary>
    public const int Field = 20_000;

    /// <summary>A row as written: half of what a row holds.</summary>
    public const int Row = 400_000;

    /// <summary>Shortens visibly to the length of a comment. A mail cannot be refused as a form can; its full text stays where it is
    /// stored.</summary>
    public static string FitComment(string text) => text.Length <= Comment ? text : $"{text[..(Comment - 4)]} […]";

    /// <summary>Counts like a browser: a line end is one character, although it is sent as two.</summary>
    public static bool IsLonger(string? text, int most) => text?.Length > most && text.Length - text.AsSpan().Count("\r\n") > most;
}
