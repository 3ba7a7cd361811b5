namespace ACip.Workflows.Mail.Outgoing;

internal sealed class FrenchWords : MailWords
{
    public override string Greeting(string name) => $"Bonjour {name},";
    public override string Fictional => "FICTIONAL SAMPLE DATA. Données d'exemple fictives : aucune personne, aucune administration ni aucun chiffre de ce courriel n'est réel.";
    public override string SignedBy => "Programme A-CIP, Secrétariat de l'OMD";
    public override string WhyYouGetThis => "Vous recevez ce courriel parce que vous participez au Programme A-CIP.";
    public override string OpenPage => "Ouvrir la page";
    public override string AboutReport(string administration, string range) => $"{administration}, rapport {range}";
    public override string AboutDonorReport(string donor, string range) => $"{donor}, rapport au bailleur {range}";
    public override string AboutPlan(string administration, string title) => $"{administration}, plan d'action « {title} »";
    public override string DueBy(string moment) => $"Merci de répondre au plus tard le {moment}.";
    public override string HowToReply => "Vous pouvez répondre à ce courriel : remplissez le formulaire ci-dessous et écrivez SOUMETTRE seul sur une ligne quand vous avez terminé. Vous pouvez aussi ouvrir la page.";
    public override string WorkbookAttached => "Vous pouvez aussi remplir le classeur joint et le renvoyer avec votre réponse.";
    public override string OnlyForYou => "Ce courriel est pour vous seul(e). Si vous le transférez, d'autres ne peuvent pas répondre à votre place.";
    public override string Hidden => "reçu ; visible uniquement sur la page";
    public override string HiddenLine => "Une ligne est visible uniquement sur la page.";

    public override string DraftingSubject(string about) => $"À rédiger : {about}";
    public override string DraftingIntro => "Merci de rédiger le plan d'action de votre administration : résultats, indicateurs, valeurs de départ et jalons.";
    public override string QuarterlySubject(string about) => $"Rapport attendu : {about}";
    public override string QuarterlyIntro => "Une nouvelle période de rapport est ouverte. Merci de donner les chiffres de votre administration.";
    public override string ReminderSubject(string about) => $"Rappel : {about}";
    public override string LaterReminderSubject(string about) => $"Échéance proche : {about}";
    public override string OverdueSubject(string about) => $"En retard : {about}";
    public override string ReminderIntro => "Nous n'avons pas encore reçu votre réponse. Il reste du temps.";
    public override string LaterReminderIntro => "Nous n'avons toujours pas reçu votre réponse, et le délai est presque écoulé.";
    public override string OverdueIntro(string due) => $"Votre réponse était attendue au plus tard le {due}. Nous ne l'avons pas reçue.";
    public override string ClosesAt(string moment) => $"Nous pouvons accepter une réponse jusqu'au {moment}. Ensuite, le rapport indiquera une lacune.";
    public override string EscalationSubject(string about) => $"Votre aide est nécessaire : {about}";
    public override string EscalationToAlternate(string asked, string due) => $"{asked} a été sollicité(e) et n'a pas répondu. La réponse était attendue au plus tard le {due}. Vous êtes la personne suppléante : merci de répondre à sa place.";
    public override string EscalationToHead(string asked, string due) => $"{asked} a été sollicité(e) et n'a pas répondu. La réponse était attendue au plus tard le {due}. Merci de veiller à ce que votre administration réponde.";
    public override string ReviewSubject(string about) => $"À examiner : {about}";
    public override string ReviewIntro(string submitted, int items) => $"Ceci a été soumis le {submitted}. Éléments à examiner : {items}.";
    public override string ReviewHow => "Ouvrez la page pour accepter, ou pour renvoyer avec un motif pour chaque élément.";
    public override string ExpiredSubject(string about) => $"Clos sans réponse : {about}";
    public override string ExpiredIntro(string closed) => $"Cette tâche a été close le {closed} sans réponse. La lacune sera indiquée comme telle.";
    public override string ExpiredNext => "Vous pouvez encore dire au Secrétariat ce qui s'est passé : répondez à ce courriel. Une personne le lira.";

    public override string AfterColleague(string colleague) => $"{colleague} avait déjà soumis ce rapport. Vos chiffres remplacent maintenant les siens ; votre collègue en est informé.";
    public override string ChangedByColleague(string colleague) => $"{colleague} a modifié des chiffres que vous aviez soumis. Si c'est une erreur, répondez avec les lignes justes.";
    public override string AcknowledgementSubject(string about) => $"Reçu : {about}";
    public override string SubmittedIntro => "Merci. Votre réponse est soumise. Voici comment nous l'avons comprise.";
    public override string NotedIntro => "Merci. Nous avons noté vos chiffres. Ils ne sont pas encore soumis. Voici comment nous les avons compris.";
    public override string NothingUnderstoodIntro => "Merci. Nous avons reçu votre courriel mais n'y avons trouvé aucun chiffre.";
    public override string Understood => "Compris";
    public override string NotUnderstood => "Non compris";
    public override string FilesKept => "Fichiers conservés comme justificatifs";
    public override string FilesRefused => "Fichiers non conservés";
    public override string StillMissing(string codes) => $"Encore sans réponse : {codes}.";
    public override string ToSubmit => "Pour soumettre, répondez avec le mot SOUMETTRE seul sur une ligne.";
    public override string CorrectUntil(string moment) => $"Si quelque chose est inexact, répondez avec la ligne correcte. Vous pouvez corriger jusqu'au {moment}.";
    public override string QuestionSubject(string about) => $"Une question : {about}";
    public override string QuestionIntro => "Merci de votre courriel. Nous n'avons pas pu le comprendre assez bien. Rien n'a été modifié.";
    public override string AnswerUntil(string moment) => $"Merci de répondre jusqu'au {moment}.";
    public override string ConfirmSubject(string about) => $"À confirmer : {about}";
    public override string ConfirmIntro => "Nous avons reçu une réponse en votre nom. Votre domaine de messagerie ne prouve pas qu'elle vient de vous : elle ne compte donc pas encore.";
    public override string ConfirmHow(string until) => $"Si elle est de vous, ouvrez la page et confirmez-la jusqu'au {until}.";
    public override string ConfirmNotYou => "Si elle n'est pas de vous, ne faites rien et prévenez le Secrétariat.";
    public override string ConfirmPage => "Ouvrir la page pour confirmer";

    public override string ReturnedSubject(string about) => $"Renvoyé : {about}";
    public override string ReturnedIntro => "Le Secrétariat a lu votre réponse et vous demande de la modifier.";
    public override string ReturnedItems => "Merci de revoir ces éléments";
    public override string ReturnedHow(string due) => $"Merci de corriger et de soumettre à nouveau au plus tard le {due}.";
    public override string AcceptedSubject(string about) => $"Accepté : {about}";
    public override string AcceptedIntro => "Le Secrétariat a accepté votre réponse. Merci. Vous n'avez plus rien à faire.";
    public override string LocksAt(string moment) => $"Vous pouvez encore corriger un chiffre jusqu'au {moment}. Ensuite, écrivez au Secrétariat.";

    public override string DonorReportSubject(string title, int version) => $"Publié : {title}, version {version}";
    public override string DonorReportIntro(string donor, string range) => $"Le rapport destiné à {donor}, pour la période {range}, est publié.";
    public override string DonorReportSupersedes(int version) => $"Il remplace la version {version}.";
    public override string DonorReportLink(string expires) => $"Le lien fonctionne jusqu'au {expires}.";
    public override string DonorReportDigest => "Pour vérifier que votre copie est bien celle publiée, comparez ce SHA-256 de son manifeste :";
    public override string CodeSubject => "Votre code";
    public override string CodeIntro => "Saisissez ce code sur la page qui l'a demandé :";
    public override string CodeUntil(string moment) => $"Il fonctionne une seule fois, jusqu'au {moment}.";
    public override string CodeNotYou => "Si vous n'avez pas demandé de code, quelqu'un d'autre a votre lien. Ne transmettez pas ce code et prévenez le Secrétariat.";
    public override string NeedsPersonSubject => "Un message attend une personne";
    public override string NeedsPersonIntro(string received) => $"Un message reçu le {received} n'a eu aucun effet.";
    public override string NeedsPersonReason(string reason) => $"Motif : {reason}";
    public override string NeedsPersonTask(string about) => $"Il a été envoyé à : {about}.";
    public override string NeedsPersonHow => "Ouvrez la page pour le lire, puis traitez-le comme une réponse, écartez-le ou mettez-le sous scellés.";
    public override string BouncedSubject(string person) => $"Non remis : courriel à {person}";
    public override string BouncedIntro(string person, string at) => $"Un courriel à {person} n'a pas pu être remis le {at}.";
    public override string BouncedWhy(string why) => $"Le service de messagerie indique : {why}";
    public override string BouncedHow => "Merci de vérifier l'adresse, ou de solliciter une autre personne de l'administration.";
}
