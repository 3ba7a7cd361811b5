using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>The text of a page that takes no answer: the reason, and what to do next.</summary>
public sealed record LinkNotice(Text Heading, Text Text, Text? Next = null, Text? Button = null, string? Address = null)
{
    /// <summary>Who or what closed it, and when; null if that is not known.</summary>
    public Text? Cause { get; init; }

    /// <summary>The foot of every page behind a link says who that is, with the address.</summary>
    private static readonly Text WriteToUs = Texts.IfSomethingChangedWritePersonNamed;

    public static LinkNotice ByReply { get; } = new(Texts.PleaseAnswerByMail, Texts.WhatReviewFoundToldYourOwn);

    public static LinkNotice Unknown { get; } =
        new(Texts.ThisLinkLeadsNowhere, Texts.NoTaskLinkMayBeenCut, Texts.OpenLatestMailAboutTaskUse);

    public static LinkNotice FormTooOld { get; } = new(Texts.PleaseTryAgain, Texts.PageHadBeenOpenTooLong, Texts.OpenLinkFromMailAgain);

    public static LinkNotice Confirmed { get; } = new(Texts.ThankYouItCounts, Texts.YourAnswerConfirmedAcknowledgementWithEvery);

    public static LinkNotice NothingToConfirm { get; } =
        new(Texts.NothingCouldReadFrom, Texts.MailHoldsNoFigureWeUnderstand, null, Texts.OpenThePage);

    public static LinkNotice PlanHandedIn { get; } = new(Texts.ThePlanIsHandedIn, Texts.BeingReviewedYouWillHearDecision);

    public static LinkNotice Of(LinkClosed why) =>
        why switch
        {
            LinkClosed.HandedIn => new(Texts.ThisTaskIsDone, Texts.AnswerHandedTaskTakesNoMore, WriteToUs),
            LinkClosed.Accepted => new(Texts.TheReportIsAccepted, Texts.SecretariatAcceptedThereNothingMoreDo, WriteToUs),
            LinkClosed.Decided => new(Texts.ThisWasDecided, Texts.NothingWaitsYouHereAnyMore),
            LinkClosed.PartOver => new(Texts.YourPartIsClosed, Texts.PartOfReportIsOver, Texts.WriteToYourCoordinator),
            LinkClosed.Missed => new(Texts.ThisPeriodIsClosed, Texts.NoAnswerCameTimeGapShown, WriteToUs),
            _ => new(Texts.ThisLinkHasExpired, Texts.TaskClosedTakesNoMoreAnswers, WriteToUs),
        };

    public static LinkNotice Elsewhere(string? page) =>
        page is null
            ? new(Texts.ThisWaitsForSomebodyElse, Texts.YouWereToldBecauseAnswerOverdue)
            : new(
                Texts.ADecisionWaitsForYou,
                Texts.DecisionsMadeAfterSigningNeverLink,
                null,
                Texts.SignInAndDecide,
                $"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(page)}"
            );
}
