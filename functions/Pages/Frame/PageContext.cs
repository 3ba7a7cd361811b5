using System.Globalization;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ACip.Functions.Pages.Frame;

/// <summary>What every page needs to know: for whom, in which language, where it stands.</summary>
/// <param name="Path">Of this page, with a leading slash.</param>
/// <param name="Query">As asked, without the language; with a leading question mark, or empty.</param>
/// <param name="ChosenLanguage">True where ?lang= chose it: links then carry it on.</param>
/// <param name="Person">Null where nobody is signed in.</param>
/// <param name="Fictional">True: the page says so.</param>
public sealed record PageContext(
    string Path,
    string Query,
    Language Language,
    bool ChosenLanguage,
    Person? Person,
    bool Fictional,
    DateTimeOffset Now
)
{
    /// <summary>The form that led here and was refused; null where none was.</summary>
    public RefusedForm? Refused { get; init; }

    /// <summary>Of the form that led here and was taken: how something in it was read that can be read otherwise.</summary>
    public IReadOnlyList<Text> Said { get; init; } = [];

    /// <summary>Of a path of this site, whether the reader may follow a link there: one that would be refused is not shown.</summary>
    public Func<string, bool> May { get; init; } = _ => true;

    public string Code => CodeOf(Language);

    public static string CodeOf(Language language) => language.Tag;

    public string Say(Text text) => Language.Culture.Firm(text.In(Language));

    /// <summary>One, two and three.</summary>
    public string List(IEnumerable<string> items) => Language.List(items);

    /// <summary>In the alphabetical order of the reader's language, by the words shown.</summary>
    public IReadOnlyList<T> Sorted<T>(IEnumerable<T> items, Func<T, string> words) => [.. items.OrderBy(words, Language.Order)];

    /// <summary>Choices of a form, in the order of their words.</summary>
    public IReadOnlyList<(string Code, string Words)> Sorted(IEnumerable<(string Code, string Words)> choices) =>
        Sorted(choices, choice => choice.Words);

    /// <summary>A path of this site, which keeps the language where it was chosen.</summary>
    public string Link(string path) => ChosenLanguage ? WithLanguage(path, Language) : path;

    /// <summary>True where one of its tables is taken along as a file, with all its rows.</summary>
    public bool IsTaken => Query.Contains($"{TakenTable.Query}=", StringComparison.Ordinal);

    /// <summary>Which page of its rows the address asks for, from 1.</summary>
    public int AskedPage =>
        QueryHelpers.ParseQuery(Query).TryGetValue(PageOfRows.Key, out var asked)
        && int.TryParse(asked.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? Math.Max(number, 1)
            : 1;

    /// <summary>This page with one thing of its address asked otherwise, and the rest as it is.</summary>
    /// <param name="value">Empty: not asked.</param>
    public string Asking(string key, string value)
    {
        IEnumerable<KeyValuePair<string, string?>> rest = QueryHelpers
            .ParseQuery(Query)
            .Where(one => one.Key != key && one.Key is not (TakenTable.Query or "done"))
            .SelectMany(one => one.Value.Select(said => new KeyValuePair<string, string?>(one.Key, said)));
        return Link(Path + QueryString.Create(value.Length == 0 ? rest : rest.Append(new(key, value))).Value);
    }

    /// <summary>This page in another language.</summary>
    public string InLanguage(Language language) => WithLanguage(Path + Query, language);

    /// <summary>Where to sign in; leads back here.</summary>
    public string SignIn => $"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(Link(Path + Query))}";

    public string SignOut => $"/.auth/logout?post_logout_redirect_uri={Uri.EscapeDataString(Link("/"))}";

    private static string WithLanguage(string path, Language language) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={CodeOf(language)}";
}
