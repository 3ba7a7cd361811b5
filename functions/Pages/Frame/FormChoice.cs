using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Frame;

/// <summary>One of several choices of a form, by its name; a number is no choice, though the framework reads it as one.</summary>
internal static class FormChoice
{
    /// <summary>The chosen value is not one that the form offers: no other is assumed for it.</summary>
    public static CommandResult.Refused Unoffered { get; } = new("not-a-choice", "Choose one of the list.");

    public static T? Read<T>(string? text)
        where T : struct, Enum => Enum.TryParse(text, out T choice) && Enum.IsDefined(choice) && choice.ToString() == text ? choice : null;

    public static bool TryReadLanguage(string? text, out Language? language)
    {
        language = Language.Find(text) is { } known && known.ToString() == text ? known : null;
        return language is not null || string.IsNullOrEmpty(text);
    }

    /// <summary>For a choice that may be left out: true for none, and for one of them.</summary>
    public static bool TryRead<T>(string? text, out T? choice)
        where T : struct, Enum
    {
        choice = Read<T>(text);
        return choice is not null || string.IsNullOrEmpty(text);
    }
}
