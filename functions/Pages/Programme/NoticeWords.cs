using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Programme;

/// <summary>The choice of how often, in words.</summary>
internal static class NoticeWords
{
    /// <param name="say">Chooses among English, French and Spanish.</param>
    /// <param name="optional">True: nothing need be chosen; then it is as usual for the person's roles.</param>
    public static IReadOnlyList<(string, string)> Choices(Func<Text, string> say, bool optional) =>
        [
            .. optional ? [("", say(Texts.AsUsualForTheRoles))] : Array.Empty<(string, string)>(),
            (nameof(NoticePace.Each), say(Texts.EachByItselfAtOnce)),
            (nameof(NoticePace.Daily), say(Texts.TogetherOnceAWorkingDay)),
            (nameof(NoticePace.Weekly), say(Texts.TogetherOnceAWeek)),
        ];

    /// <returns>Null where nothing was chosen.</returns>
    public static NoticePace? Read(string? chosen) => FormChoice.Read<NoticePace>(chosen);
}
