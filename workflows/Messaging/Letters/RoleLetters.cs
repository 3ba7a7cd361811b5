using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>What is told of roles that were given, taken, or wait for an approver.</summary>
internal static class RoleLetters
{
    private static readonly Text Deployment = new(
        "Whoever runs the platform",
        "L'exploitant de la plateforme",
        "Quien opera la plataforma"
    );
    private static readonly Text OwnSubject = new(
        "Your roles in the programme",
        "Vos rôles dans le programme",
        "Sus funciones en el programa"
    );
    private static readonly Text WaitingSubject = new("Roles to confirm:", "Rôles à confirmer :", "Funciones por confirmar:");
    private static readonly Text ChangedSubject = new("Roles changed:", "Rôles modifiés :", "Funciones modificadas:");
    private static readonly Text OwnIntro = new(
        "has changed what you may do in the programme",
        "a modifié ce que vous pouvez faire dans le programme",
        "ha cambiado lo que usted puede hacer en el programa"
    );
    private static readonly Text Intro = new(
        "has changed what this person may do in the programme",
        "a modifié ce que cette personne peut faire dans le programme",
        "ha cambiado lo que esta persona puede hacer en el programa"
    );
    private static readonly Text Address = new(
        "the e-mail address was changed",
        "l'adresse électronique a été modifiée",
        "se cambió la dirección de correo"
    );
    private static readonly Text Given = new("given", "donné", "otorgada");
    private static readonly Text Waits = new(
        "takes effect once an approver has confirmed it",
        "prend effet une fois confirmé par un approbateur",
        "surte efecto una vez que un aprobador la confirme"
    );
    private static readonly Text Confirmed = new("confirmed, in force", "confirmé, en vigueur", "confirmada, en vigor");
    private static readonly Text Taken = new("taken away", "retiré", "retirada");
    private static readonly Text Reason = new("Reason:", "Motif :", "Motivo:");
    private static readonly Text Until = new("until", "jusqu'au", "hasta el");
    private static readonly Text From = new("from", "à partir du", "desde el");

    private static readonly Text AnApprover = new(
        "An approver other than who proposed it, and other than the person, confirms or refuses it on the page. Until then it has no effect.",
        "Un approbateur, autre que l'auteur de la proposition et que la personne elle-même, confirme ou refuse sur la page. D'ici là, cela n'a aucun effet.",
        "Un aprobador, distinto de quien lo propuso y de la propia persona, lo confirma o rechaza en la página. Hasta entonces no tiene efecto."
    );

    private static readonly Text NotRight = new(
        "If this is not right, tell the Secretariat at once.",
        "Si ce n'est pas exact, prévenez immédiatement le Secrétariat.",
        "Si no es correcto, avise de inmediato a la Secretaría."
    );

    public static Letter Of(RolesChanged changed, Wording say)
    {
        Language language = say.Language;
        bool waits = changed.Changes.Any(change => change.Kind == RoleChangeKind.Waits);
        string by = changed.By.Length > 0 ? changed.By : Deployment.In(language);
        Point[] points =
        [
            .. changed.Changes.Select(change => Line(change, say)),
            .. changed.NewAddress ? [new Point(Address.In(language))] : Array.Empty<Point>(),
        ];
        return new Letter(
            changed.Own ? OwnSubject.In(language) : $"{(waits ? WaitingSubject : ChangedSubject).In(language)} {changed.Person}",
            [
                .. changed.Own ? [] : new Block[] { new Block.Paragraph($"{changed.Person}.") },
                new Block.Points($"{by} {(changed.Own ? OwnIntro : Intro).In(language)}", points),
                .. When(!string.IsNullOrWhiteSpace(changed.Reason), () => $"{Reason.In(language)} {changed.Reason}"),
                .. When(waits && !changed.Own, () => AnApprover.In(language)),
                .. changed.Link is { } page ? new Block[] { new Block.Action(say.Words.OpenPage, page) } : [],
                new Block.Paragraph(NotRight.In(language)),
            ]
        );
    }

    private static Point Line(RoleChange change, Wording say)
    {
        RoleHeld held = change.Held;
        string of = held.Administration?.Value ?? held.Donor?.Value ?? "";
        string until = held.Until is { } last ? $", {Until.In(say.Language)} {say.Dates.Day(last)}" : "";
        return new Point(
            $"{RoleNames.Of(held.Role).In(say.Language)}{(of.Length > 0 ? $" ({of})" : "")}, {From.In(say.Language)} {say.Dates.Day(held.From)}{until}",
            (
                change.Kind switch
                {
                    RoleChangeKind.Given => Given,
                    RoleChangeKind.Waits => Waits,
                    RoleChangeKind.Confirmed => Confirmed,
                    _ => Taken,
                }
            ).In(say.Language)
        );
    }

    private static Block[] When(bool holds, Func<string> text) => holds ? [new Block.Paragraph(text())] : [];
}
