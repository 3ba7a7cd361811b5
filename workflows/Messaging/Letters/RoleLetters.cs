using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>Mails about roles that were granted, withdrawn, or wait for an approver.</summary>
internal static class RoleLetters
{
    private static readonly Text Deployment = Texts.RoleByDeployment;
    private static readonly Text OwnSubject = Texts.RolesYours;
    private static readonly Text WaitingSubject = Texts.RolesToConfirm;
    private static readonly Text ChangedSubject = Texts.RolesChanged;
    private static readonly Text OwnIntro = Texts.RoleChangedForYou;
    private static readonly Text Intro = Texts.RoleChangedForPerson;
    private static readonly Text Address = Texts.RoleAddressChanged;
    private static readonly Text Given = Texts.RoleGiven;
    private static readonly Text Waits = Texts.RoleWaitsForConfirmation;
    private static readonly Text Confirmed = Texts.RoleConfirmed;
    private static readonly Text Taken = Texts.RoleTakenAway;
    private static readonly Text Reason = Texts.Reason;
    private static readonly Text Until = Texts.RoleUntil;
    private static readonly Text From = Texts.RoleFrom;

    private static readonly Text AnApprover = Texts.RoleConfirmHow;

    private static readonly Text NotRight = Texts.RoleIfNotRight;

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
                .. changed.Link is { } page ? new Block[] { new Block.Action(say.In(Texts.OpenPage), page) } : [],
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
