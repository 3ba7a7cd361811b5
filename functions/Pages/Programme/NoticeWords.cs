using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Programme;

/// <summary>The choice of how often, in words.</summary>
internal static class NoticeWords
{
    /// <param name="say">Chooses among English, French and Spanish.</param>
    /// <param name="optional">True: nothing need be chosen; then it is as usual for the person's roles.</param>
    public static IReadOnlyList<(string, string)> Choices(Func<string, string, string, string> say, bool optional) =>
        [
            .. optional ? [("", say("as usual for the roles", "selon les rôles", "según las funciones"))] : Array.Empty<(string, string)>(),
            (nameof(NoticePace.Each), say("each by itself, at once", "chacun à part, tout de suite", "cada uno por separado, enseguida")),
            (
                nameof(NoticePace.Daily),
                say("together, once a working day", "ensemble, une fois par jour ouvré", "juntos, una vez por día laborable")
            ),
            (nameof(NoticePace.Weekly), say("together, once a week", "ensemble, une fois par semaine", "juntos, una vez por semana")),
        ];

    /// <returns>Null where nothing was chosen.</returns>
    public static NoticePace? Read(string? chosen) => Enum.TryParse(chosen, out NoticePace pace) && Enum.IsDefined(pace) ? pace : null;
}
