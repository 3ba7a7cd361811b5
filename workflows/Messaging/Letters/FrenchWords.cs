namespace ACip.Workflows.Messaging.Letters;

internal sealed class FrenchWords : MailWords
{
    public override string Greeting(string name) => $"Bonjour {name},";

    public override string Fictional =>
        "FICTIONAL SAMPLE DATA. Données d'exemple fictives : aucune personne, aucune administration ni aucun chiffre de ce courriel n'est réel.";
    public override string SignedBy => "Programme A-CIP, Secrétariat de l'OMD";

    public override string TurnTo(string name, string address) => $"Une question ? Écrivez à {name}, {address}.";

    public override string WhyYouGetThis => "Vous recevez ce courriel parce que vous participez au Programme A-CIP.";
    public override string OpenPage => "Ouvrir la page";

    public override string AboutReport(string administration, string range) => $"{administration}, rapport {range}";

    public override string AboutDonorReport(string donor, string range) => $"{donor}, rapport au bailleur {range}";

    public override string AboutPlan(string administration, string title) => $"{administration}, plan d'action « {title} »";

    public override string DueBy(string moment) => $"Merci de répondre au plus tard le {moment}.";

    public override string HowToReply =>
        "Vous pouvez répondre à ce courriel : remplissez le formulaire ci-dessous et écrivez SOUMETTRE seul sur une ligne quand vous avez terminé. Vous pouvez aussi ouvrir la page.";
    public override string WorkbookAttached => "Vous pouvez aussi remplir le classeur joint et le renvoyer avec votre réponse.";
    public override string AskForTime =>
        "S'il vous faut plus de temps, répondez avec cette ligne : QUESTION : il nous faut plus de temps, jusqu'au (jour), parce que (raison). Un responsable de programme vous répondra.";
    public override string OnlyForYou =>
        "Ce courriel est pour vous seul(e). Si vous le transférez, d'autres ne peuvent pas répondre à votre place.";
    public override string Hidden => "reçu ; visible uniquement sur la page";
    public override string HiddenLine => "Une ligne est visible uniquement sur la page.";

    public override string DraftingSubject(string about) => $"À rédiger : {about}";

    public override string DraftingIntro =>
        "Merci de rédiger le plan d'action de votre administration : résultats, indicateurs, valeurs de départ et jalons.";
    public override string PlanHowToReply =>
        "Remplissez le classeur joint et renvoyez-le avec votre réponse, ou modifiez le plan sur la page. Quand il est juste, répondez avec SOUMETTRE seul sur une ligne.";
    public override string PlanHowToReplyAgain =>
        "Remplissez le classeur que nous vous avons envoyé et renvoyez-le avec votre réponse, ou modifiez le plan sur la page. Quand il est juste, répondez avec SOUMETTRE seul sur une ligne.";
    public override string PlanStands => "Le plan dans son état actuel";

    public override string QuarterlySubject(string about) => $"Rapport attendu : {about}";

    public override string QuarterlyIntro =>
        "Une nouvelle période de rapport est ouverte. Merci de donner les chiffres de votre administration.";

    public override string ReminderSubject(string about) => $"Rappel : {about}";

    public override string LaterReminderSubject(string about) => $"Échéance proche : {about}";

    public override string OverdueSubject(string about) => $"En retard : {about}";

    public override string ReminderIntro => "Nous n'avons pas encore reçu votre réponse. Il reste du temps.";
    public override string LaterReminderIntro => "Nous n'avons toujours pas reçu votre réponse, et le délai est presque écoulé.";

    public override string OverdueIntro(string due) => $"Votre réponse était attendue au plus tard le {due}. Nous ne l'avons pas reçue.";

    public override string ClosesAt(string moment) => $"Dernier moment pour répondre : {moment}. Ensuite, le rapport indiquera une lacune.";

    public override string EscalationSubject(string about) => $"Votre aide est nécessaire : {about}";

    public override string EscalationToAlternate(string asked, string due) =>
        $"{asked} a été sollicité(e) et n'a pas répondu. La réponse était attendue au plus tard le {due}. Vous êtes la personne suppléante : merci de répondre à sa place.";

    public override string EscalationToHead(string asked, string due) =>
        $"{asked} a été sollicité(e) et n'a pas répondu. La réponse était attendue au plus tard le {due}. Merci de veiller à ce que votre administration réponde.";

    public override string EscalationToOfficer(string asked, string due) =>
        $"{asked} a été sollicité(e) et n'a pas répondu. La réponse était attendue au plus tard le {due}. Vous pouvez demander ce qui fait obstacle, ou accorder un délai.";

    public override string ReviewSubject(string about) => $"À examiner : {about}";

    public override string ReviewIntro(string submitted, int items) => $"Ceci a été soumis le {submitted}. Éléments à examiner : {items}.";

    public override string ReviewHow => "Ouvrez la page pour accepter, ou pour renvoyer avec un motif pour chaque élément.";

    public override string AfterColleague(string colleague) =>
        $"{colleague} avait déjà soumis ce rapport. Vos chiffres remplacent maintenant les siens ; votre collègue en est informé.";

    public override string ChangedByColleague(string colleague) =>
        $"{colleague} a modifié des chiffres que vous aviez soumis. Si c'est une erreur, répondez avec les lignes justes.";

    public override string AcknowledgementSubject(string about) => $"Reçu : {about}";

    public override string SubmittedIntro => "Merci. Votre réponse est soumise. Voici comment nous l'avons comprise.";
    public override string NotedIntro =>
        "Merci. Nous avons noté vos chiffres. Ils ne sont pas encore soumis. Voici comment nous les avons compris.";
    public override string NothingUnderstoodIntro => "Merci. Nous avons reçu votre courriel mais n'y avons trouvé aucun chiffre.";
    public override string NothingUsableIntro => "Merci. Votre courriel est arrivé, mais ce qu'il apportait n'a pas pu être utilisé.";
    public override string NilIntro => "Merci. Votre rapport est soumis, sans rien à signaler. Voici la raison que nous avons notée :";

    public override string NilFor(string codes) => $"Elle vaut pour : {codes}.";

    public override string Changed(string was, string now) => $"avant : {was} ; maintenant : {now}";

    public override string Understood => "Compris";
    public override string NotUnderstood => "Non compris";
    public override string FilesKept => "Fichiers conservés comme justificatifs";
    public override string FilesRefused => "Fichiers non conservés";

    public override string StillMissing(string codes) => $"Encore sans réponse : {codes}.";

    public override string ToSubmit => "Pour soumettre, répondez avec le mot SOUMETTRE seul sur une ligne.";

    public override string CorrectUntil(string moment) =>
        $"Si quelque chose est inexact, répondez avec la ligne correcte : tant que le rapport n'est pas examiné, et au plus tard le {moment}.";

    public override string PlanHandedInIntro => "Merci. Votre plan est soumis pour approbation. Il contient :";

    public override string PlanCounted(int results, int indicators, int benchmarks, int activities, int risks) =>
        $"Résultats : {results}. Indicateurs : {indicators}. Jalons : {benchmarks}. Activités : {activities}. Risques : {risks}.";

    public override string PlanMissing => "Manque encore ; l'approbateur le voit aussi";

    public override string PlanNext(string name, string address) =>
        $"La décision vous sera communiquée par courriel. Si quelque chose doit changer avant cela, écrivez à {name}, {address} : le plan peut vous être renvoyé.";

    public override string PlanSavedIntro(string workbook) =>
        $"Merci. Le classeur {workbook} est repris dans le projet. Le plan n'est pas encore soumis. Il contient :";

    public override string PlanCellsNotTaken => "Non repris du classeur ; l'ancienne valeur y reste";
    public override string PlanToPutRight => "À corriger avant de pouvoir soumettre le plan";
    public override string PlanNotHandedInIntro => "Merci. Le plan n'est pas soumis : il faut d'abord corriger certains points.";
    public override string PlanUnchangedIntro =>
        "Merci de votre courriel. Il n'a pas modifié le plan : un plan se modifie dans le classeur ou sur la page, et non ligne par ligne.";
    public override string WhatYouWrote => "Ce que vous avez écrit";
    public override string FindingsIntro => "Merci. Voici ce que nous avons pris comme constats de l'examen :";

    public override string FindingsCorrect(string moment) =>
        $"Pour les modifier, répondez avec le texte entier : tant que la suite n'est pas enregistrée, et au plus tard le {moment}.";

    public override string QuestionSubject(string about) => $"Une question : {about}";

    public override string QuestionIntro => "Merci de votre courriel. Rien n'a pu y être pris comme réponse, et rien n'a été modifié.";

    public override string AnswerUntil(string moment) => $"Merci de répondre au plus tard le {moment}.";

    public override string ConfirmSubject(string about) => $"À confirmer : {about}";

    public override string ConfirmIntro =>
        "Nous avons reçu une réponse en votre nom. Votre domaine de messagerie ne prouve pas qu'elle vient de vous : elle ne compte donc pas encore.";

    public override string ConfirmWords(int lines) =>
        lines == 1
            ? "Une autre ligne, écrite en toutes lettres, n'est pas répétée ici ; elle figure sur la page."
            : $"{lines} autres lignes, écrites en toutes lettres, ne sont pas répétées ici ; elles figurent sur la page.";

    public override string ConfirmHow(string until) => $"Si elle est de vous, ouvrez la page et confirmez-la au plus tard le {until}.";

    public override string ConfirmNotYou => "Si elle n'est pas de vous, ne faites rien et prévenez le Secrétariat.";
    public override string ConfirmPageEndpoint => "Ouvrir la page pour confirmer";

    public override string ReturnedSubject(string about) => $"Renvoyé : {about}";

    public override string ReturnedIntro => "Le Secrétariat a lu votre réponse et vous demande de la modifier.";
    public override string ReturnedItems => "Merci de revoir ces éléments";

    public override string ReturnedHow(string due) => $"Merci de corriger et de soumettre à nouveau au plus tard le {due}.";

    public override string AcceptedSubject(string about) => $"Accepté : {about}";

    public override string AcceptedIntro => "Le Secrétariat a accepté votre réponse. Merci. Vous n'avez plus rien à faire.";

    public override string AcceptedLater(string name, string address) =>
        $"Si un chiffre se révèle inexact par la suite, écrivez à {name}, {address}.";

    public override string DonorReportSubject(string title, int version) => $"Publié : {title}, version {version}";

    public override string DonorReportIntro(string donor, string range) =>
        $"Le rapport destiné à {donor}, pour la période {range}, est publié.";

    public override string DonorReportSupersedes(int version) => $"Il remplace la version {version}.";

    public override string DonorReportLink(string expires) => $"Le lien fonctionne jusqu'au {expires}.";

    public override string DonorReportDigest =>
        "Pour vérifier que votre copie est bien celle publiée, comparez ce SHA-256 de son manifeste :";
    public override string CodeSubject => "Votre code";
    public override string CodeIntro => "Saisissez ce code sur la page qui l'a demandé :";

    public override string CodeUntil(string moment) => $"Il fonctionne une seule fois, jusqu'au {moment}.";

    public override string CodeNotYou =>
        "Si vous n'avez pas demandé de code, quelqu'un d'autre a votre lien. Ne transmettez pas ce code et prévenez le Secrétariat.";
    public override string NeedsPersonSubject => "Un message attend une personne";

    public override string NeedsPersonIntro(string received) => $"Un message reçu le {received} n'a eu aucun effet.";

    public override string NeedsPersonReason(string reason) => $"Motif : {reason}";

    public override string NeedsPersonTask(string about) => $"Il a été envoyé à : {about}.";

    public override string NeedsPersonHow =>
        "Ouvrez la page pour le lire, puis traitez-le comme une réponse, écartez-le ou mettez-le sous scellés.";

    public override string PassedOnSubject => "Votre message a été transmis";

    public override string PassedOnIntro(string received) =>
        $"Votre message du {received} est arrivé, mais il n'a pas pu être pris comme réponse.";

    public override string PassedOnNext =>
        "Rien n'est perdu : le Secrétariat a votre message et une personne vous écrira. Il n'est pas nécessaire de l'envoyer de nouveau.";

    public override string BouncedSubject(string person) => $"Non remis : courriel à {person}";

    public override string BouncedIntro(string person, string at) => $"Un courriel à {person} n'a pas pu être remis le {at}.";

    public override string BouncedWhy(string why) => $"Le service de messagerie indique : {why}";

    public override string BouncedHow => "Merci de vérifier l'adresse, ou de solliciter une autre personne de l'administration.";

    public override string SuppressedSubject(string person) => $"Plus aucun courriel ne parvient à {person}";

    public override string SuppressedAsSpam(string person, string at) => $"Un courriel à {person} a été signalé comme indésirable le {at}.";

    public override string Unsubscribed(string person, string at) => $"Désabonnement de nos courriels par {person} le {at}.";

    public override string SuppressedHow =>
        "Désormais, le service de messagerie ne remet plus rien à cette adresse. Merci d'en parler avec la personne, puis de faire retirer l'adresse de la liste d'exclusion du service de messagerie, ou d'enregistrer une autre adresse.";

    public override string CommentedSubject(string about) => $"Un commentaire : {about}";

    public override string CommentPassedSubject(string about) => $"Transmis : {about}";

    public override string Commented(string by) => $"{by} écrit :";

    public override string CommentedOn(string by, string item) => $"{by} écrit au sujet de {item} :";

    public override string CommentPassed =>
        "Merci. Votre message est transmis. La réponse viendra par courriel et figurera sur la page du rapport :";
    public override string CommentReply =>
        "Pour répondre, répondez à ce courriel. Ce que vous écrivez au-dessus figure dans l'échange sur ce rapport. Pour donner un chiffre, écrivez sa ligne, comme B3 : 45.";

    public override string DigestSubject(int count) => $"Avis pour vous : {count}";

    public override string DigestHeading => "Ce qui s'est présenté et peut encore attendre";
    public override string DigestChoose =>
        "Vous recevez ces points ensemble, une fois par jour ouvré ou par semaine selon votre choix ; ce qui est urgent arrive à part.";
    public override string DigestChoosePage => "Choisir la fréquence";

    public override string ByWhen(string moment) => $"au plus tard le {moment}";

    public override string PlanReviewSubject(string about) => $"Veuillez faire le point : {about}";

    public override string PlanReviewAtMidTerm =>
        "Votre plan d'action est à mi-parcours. Dites ce qui a été réalisé, ce qui ne l'a pas été et pourquoi, et ce qui devrait changer pour le temps restant.";
    public override string PlanReviewAtEnd =>
        "Votre plan d'action arrive à son terme. Dites ce qui a été réalisé, ce qui durera, ce qui n'a pas été atteint et pourquoi, et ce qui a été appris.";
    public override string PlanReviewHow =>
        "Répondez à ce courriel avec vos propres mots : tout ce que vous écrivez au-dessus est pris comme constat de l'examen.";
}
