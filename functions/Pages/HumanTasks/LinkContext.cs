using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>A visitor at a link: the language, the purpose, and the token that proves that we issued the form.</summary>
/// <param name="Linked">Null where the link leads nowhere.</param>
/// <param name="Known">True: a code from the person's mailbox was typed in this browser before.</param>
public sealed record LinkContext(
    string Path,
    Language Language,
    bool ChosenLanguage,
    LinkedTask? Linked,
    bool Known,
    string Csrf,
    bool Fictional
)
{
    /// <summary>When the form was posted, before what it answers was read: what is answered in the moment until it is taken
    /// stays.</summary>
    public Arrival? Read { get; init; }

    public string Code => PageContext.CodeOf(Language);

    public string Say(Text text) => Language.Culture.Firm(text.In(Language));

    public DateWords Dates => new(Language, Linked?.TimeZone ?? "Etc/UTC");

    public string InLanguage(Language language) => $"{Path}?lang={PageContext.CodeOf(language)}";

    /// <summary>Where forms go: here, in the language that was chosen.</summary>
    public string Action => ChosenLanguage ? InLanguage(Language) : Path;

    public string About =>
        Linked?.About switch
        {
            Workflows.Messaging.Letters.About.Report report => Say(
                Texts.AdministrationReportForStart(
                    administration: report.Administration.In(Language),
                    start: Dates.Range(report.Start, report.End)
                )
            ),
            Workflows.Messaging.Letters.About.DonorReport report => Say(
                Texts.DonorDonorReportForStart(donor: report.Donor, start: Dates.Range(report.Start, report.End))
            ),
            Workflows.Messaging.Letters.About.Plan plan => $"{plan.Administration.In(Language)}, {plan.Title}",
            Workflows.Messaging.Letters.About.Matter matter => $"{matter.Administration.In(Language)}, {matter.Title.In(Language)}",
            _ => "",
        };

    internal static LinkContext Of(HttpRequest request, string token, LinkedTask? linked, bool known, CsrfToken csrf, bool fictional)
    {
        string path = request.Path.Value ?? "/";
        Language language = PageLanguage.Chosen(request) ?? linked?.Person.Language ?? PageLanguage.For(request, null);
        new KnownReader(language, path).Remember(request.HttpContext);
        return new LinkContext(
            path,
            language,
            PageLanguage.Chosen(request) is not null,
            linked,
            known,
            csrf.For(TaskTokens.Hash(token), path),
            fictional
        );
    }
}
