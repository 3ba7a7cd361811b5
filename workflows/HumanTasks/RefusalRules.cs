using ACip.Workflows.Languages;

namespace ACip.Workflows.HumanTasks;

/// <summary>What a service's refusal is, and says to people, by the name of its rule. A refusal's own
/// <see cref="CommandResult.Refused.Why"/> is for logs and tests; a rule without words here shows it.</summary>
public static class RefusalRules
{
    private static readonly Dictionary<string, RefusalRule> Table = new(StringComparer.Ordinal)
    {
        // plans
        ["period-not-past"] = Conflict(
            "Only a period that already lies behind the plan when it is approved can be waived by the approval.",
            "Seule une période déjà passée au moment de l'approbation peut être dispensée par celle-ci.",
            "Solo un período ya pasado en el momento de la aprobación puede dispensarse con ella."
        ),
        ["no-such-plan"] = Missing("There is no such plan.", "Ce plan n'existe pas.", "Ese plan no existe."),
        ["plan-exists"] = Conflict(
            "The administration has a plan under this name already.",
            "L'administration a déjà un plan de ce nom.",
            "La administración ya tiene un plan con este nombre."
        ),
        ["no-last-plan"] = Conflict(
            "The administration has no approved plan to begin from.",
            "L'administration n'a pas de plan approuvé dont partir.",
            "La administración no tiene un plan aprobado del que partir."
        ),
        ["plan-not-in-drafting"] = Conflict(
            "Only a draft can be changed or handed in, and this plan is none at present.",
            "Seul un projet peut être modifié ou soumis ; ce plan n'en est pas un actuellement.",
            "Solo se puede cambiar o presentar un borrador, y este plan no lo es ahora."
        ),
        ["plan-breaks-rules"] = Conflict(
            "The errors that the rules name must be gone before the plan can be handed in.",
            "Les erreurs signalées par les règles doivent être corrigées avant de soumettre le plan.",
            "Los errores que señalan las reglas deben corregirse antes de presentar el plan."
        ),
        ["changed-since-sent"] = Conflict(
            "The draft was changed or decided upon after this was sent. Look at it once more, and hand it in again.",
            "Le projet a été modifié, ou a fait l'objet d'une décision, après cet envoi. Revoyez-le et soumettez-le à nouveau.",
            "El borrador se modificó, o se decidió sobre él, después de este envío. Revíselo y preséntelo de nuevo."
        ),
        ["plan-not-submitted"] = Conflict(
            "The plan has not been handed in.",
            "Le plan n'a pas été soumis.",
            "El plan no se ha presentado."
        ),
        ["plan-not-active"] = Conflict(
            "The plan's state does not allow this: it needs an approved, active plan without an open revision.",
            "L'état du plan ne le permet pas : il faut un plan approuvé et en cours, sans révision ouverte.",
            "El estado del plan no lo permite: hace falta un plan aprobado y activo, sin revisión abierta."
        ),
        ["plan-not-suspended"] = Conflict(
            "Only a suspended plan can be resumed.",
            "Seul un plan suspendu peut reprendre.",
            "Solo se puede reanudar un plan suspendido."
        ),
        ["plan-is-over"] = Conflict("The plan has ended.", "Le plan est terminé.", "El plan ha terminado."),
        ["draft-is-not-what-was-submitted"] = Conflict(
            "The draft differs from what was handed in; have it handed in again.",
            "Le projet diffère de ce qui a été soumis ; faites-le soumettre à nouveau.",
            "El borrador difiere de lo presentado; pida que se presente de nuevo."
        ),
        ["no-revision"] = Conflict(
            "No revision of this plan is open.",
            "Aucune révision de ce plan n'est ouverte.",
            "No hay ninguna revisión abierta de este plan."
        ),
        ["effective-from-a-coming-period"] = Conflict(
            "A revision takes effect on the first day of a reporting period whose report has not been opened.",
            "Une révision prend effet le premier jour d'une période dont le rapport n'est pas encore ouvert.",
            "Una revisión entra en vigor el primer día de un período cuyo informe no se ha abierto."
        ),
        ["size-from-one"] = Conflict(
            "Give a number of indicators and benchmarks from 1, or nothing for never.",
            "Indiquez un nombre d'indicateurs et de jalons à partir de 1, ou rien pour jamais.",
            "Indique un número de indicadores e hitos a partir de 1, o nada para nunca."
        ),
        ["review-not-due"] = Conflict(
            "No mid-term review of this plan is open.",
            "Aucun examen à mi-parcours de ce plan n'est ouvert.",
            "No hay ninguna revisión intermedia abierta de este plan."
        ),
        ["review-outcome"] = Conflict(
            "Say what the review found, and what follows from it.",
            "Dites ce que l'examen a constaté et ce qui en découle.",
            "Diga qué constató la revisión y qué se deriva de ella."
        ),

        // decisions
        ["author-may-not-approve"] = Conflict(
            "Who wrote it or handed it in cannot decide on it.",
            "Qui l'a rédigé ou remis ne peut pas en décider.",
            "Quien lo redactó o entregó no puede decidir sobre ello."
        ),
        ["reason-when-sent-back"] = Conflict(
            "Sending back needs a reason.",
            "Un renvoi doit être motivé.",
            "Para devolver hace falta un motivo."
        ),
        ["reason-needed"] = Conflict(
            "This needs a reason: it is kept and shown.",
            "Il faut un motif : il est conservé et affiché.",
            "Hace falta un motivo: se conserva y se muestra."
        ),
        ["items-when-accepting-others"] = Conflict(
            "To accept the other items, say which ones are sent back.",
            "Pour accepter les autres points, dites lesquels sont renvoyés.",
            "Para aceptar los demás puntos, diga cuáles se devuelven."
        ),

        ["text-too-long"] = Malformed(
            "A text is too long: reasons and comments have at most 4,000 characters, narratives and findings 8,000. Put what is longer into a file.",
            "Un texte est trop long : motifs et commentaires comptent au plus 4 000 caractères, récits et constats 8 000. Mettez le reste dans un fichier.",
            "Un texto es demasiado largo: los motivos y comentarios tienen como máximo 4000 caracteres, las narraciones y lo constatado 8000. Ponga lo demás en un archivo."
        ),
        ["number-too-large"] = Malformed(
            "A number is larger than any figure can be.",
            "Un nombre dépasse ce qu'un chiffre peut être.",
            "Un número es mayor que cualquier cifra posible."
        ),
        ["period-days"] = Conflict(
            "Days to submit and to lock: at most 1000.",
            "Jours jusqu'à la remise et au verrouillage : au plus 1000.",
            "Días hasta la entrega y hasta el cierre: como máximo 1000."
        ),
        ["day-out-of-range"] = Malformed(
            "Give a day between 1900 and 2199.",
            "Indiquez un jour entre 1900 et 2199.",
            "Indique un día entre 1900 y 2199."
        ),
        ["changed-meanwhile"] = Stale(
            "It has changed since you read it. Read it again, then decide.",
            "Cela a changé depuis que vous l'avez lu. Relisez, puis décidez.",
            "Ha cambiado desde que lo leyó. Léalo de nuevo y decida."
        ),

        // reports
        ["no-such-report"] = Missing("There is no such report yet.", "Ce rapport n'existe pas encore.", "Ese informe no existe todavía."),
        ["report-not-submitted"] = Conflict(
            "The report has not been handed in.",
            "Le rapport n'a pas été remis.",
            "El informe no se ha entregado."
        ),
        ["report-not-open"] = Conflict(
            "The report is not open for this.",
            "Le rapport n'est pas ouvert pour cela.",
            "El informe no está abierto para esto."
        ),
        ["report-has-ended"] = Conflict(
            "This report has ended. A figure can still be restated, with a reason.",
            "Ce rapport est clos. Un chiffre peut encore être rectifié, avec un motif.",
            "Este informe está cerrado. Una cifra aún puede rectificarse, indicando el motivo."
        ),
        ["report-state"] = Conflict(
            "The report is not in a state that allows this.",
            "L'état du rapport ne permet pas cette opération.",
            "El estado del informe no permite esta operación."
        ),
        ["report-not-locked"] = Conflict(
            "Until its lock a report is corrected, not restated.",
            "Avant son verrouillage, un rapport se corrige, il ne se rectifie pas.",
            "Hasta su cierre, un informe se corrige, no se rectifica."
        ),
        ["not-later"] = Conflict(
            "The new date must lie after the present one, and in the future.",
            "La nouvelle date doit être postérieure à l'actuelle et dans le futur.",
            "La nueva fecha debe ser posterior a la actual y futura."
        ),
        ["not-a-day"] = Conflict(
            "Give a day, such as 2027-02-28.",
            "Indiquez un jour, comme 2027-02-28.",
            "Indique un día, como 2027-02-28."
        ),
        ["risk-scale"] = Conflict(
            "Likelihood and impact go from 1 to 5.",
            "Probabilité et impact vont de 1 à 5.",
            "La probabilidad y el impacto van de 1 a 5."
        ),
        ["delivery-event"] = Conflict(
            "An event needs a title, ends after it begins, and has no negative number of participants.",
            "Un événement a un titre, finit après son début et n'a pas de nombre négatif de participants.",
            "Un evento tiene título, termina después de empezar y no tiene un número negativo de participantes."
        ),
        ["reason-when-restated"] = Conflict(
            "A restatement needs a reason: both values and the reason are shown from then on.",
            "Une rectification doit être motivée : les deux valeurs et le motif sont ensuite affichés.",
            "Una rectificación necesita un motivo: en adelante se muestran ambos valores y el motivo."
        ),
        ["restatement-waits"] = Conflict(
            "A restatement of the same item waits for a decision already; have it decided first.",
            "Une rectification du même point attend déjà une décision ; faites-la d'abord trancher.",
            "Ya hay una rectificación del mismo punto en espera de decisión; que se decida primero."
        ),
        ["restated-meanwhile"] = Conflict(
            "The value that this restatement replaces has been restated meanwhile. Refuse it and have it proposed anew.",
            "La valeur que cette rectification remplace a été rectifiée entre-temps. Refusez-la et faites-la proposer à nouveau.",
            "El valor que esta rectificación sustituye se rectificó entretanto. Rechácela y pida que se proponga de nuevo."
        ),
        ["no-such-restatement"] = Missing(
            "The report has no such restatement.",
            "Le rapport n'a pas cette rectification.",
            "El informe no tiene esa rectificación."
        ),
        ["no-such-item"] = Conflict(
            "Name items of the report, by their codes.",
            "Nommez des points du rapport, par leur code.",
            "Indique puntos del informe, por su código."
        ),
        ["nothing-new"] = Conflict("Nothing in it says anything new.", "Rien n'y apporte du nouveau.", "No contiene nada nuevo."),
        ["comment-empty"] = Conflict("A comment needs words.", "Un commentaire a besoin de mots.", "Un comentario necesita palabras."),
        ["no-such-evidence"] = Missing("There is no such file.", "Ce fichier n'existe pas.", "Ese archivo no existe."),

        // mail
        ["no-such-message"] = Missing("There is no such message.", "Ce message n'existe pas.", "Ese mensaje no existe."),
        ["not-waiting"] = Conflict("The message does not wait for anything.", "Le message n'attend rien.", "El mensaje no espera nada."),
        ["unreadable-message"] = Conflict(
            "The message cannot be read; ask the person to send it again.",
            "Le message est illisible ; demandez à la personne de le renvoyer.",
            "El mensaje es ilegible; pida a la persona que lo envíe de nuevo."
        ),
        ["not-their-task"] = Conflict(
            "This person has no such task that takes answers.",
            "Cette personne n'a pas de telle tâche qui accepte des réponses.",
            "Esta persona no tiene una tarea así que acepte respuestas."
        ),
        ["task-closed"] = Conflict(
            "The task takes no answers any more.",
            "La tâche n'accepte plus de réponses.",
            "La tarea ya no acepta respuestas."
        ),
        ["nothing-understood"] = Conflict(
            "Nothing in it can be read as an answer. Ask the person to send it in the form, or discard it.",
            "Rien ne s'y lit comme une réponse. Demandez à la personne d'utiliser le formulaire, ou écartez-le.",
            "Nada se puede leer como respuesta. Pida a la persona que use el formulario, o descártelo."
        ),

        ["too-large-a-message"] = Conflict(
            "It holds more than can be taken at once. Ask the person to send it in parts, or discard it.",
            "Il contient plus que ce qui peut être pris en une fois. Demandez à la personne de l'envoyer en plusieurs parties, ou écartez-le.",
            "Contiene más de lo que se puede tomar de una vez. Pida a la persona que lo envíe en partes, o descártelo."
        ),
        ["later-answer-stands"] = Conflict(
            "Later answers say otherwise, and they stand. If this one is right all the same, enter its figures on behalf of the administration; else discard it.",
            "Des réponses plus récentes disent autre chose et restent valables. Si celle-ci est pourtant juste, saisissez ses chiffres au nom de l'administration ; sinon, écartez-la.",
            "Respuestas posteriores dicen otra cosa y siguen vigentes. Si esta es correcta de todos modos, introduzca sus cifras en nombre de la administración; si no, descártela."
        ),

        // programs that send the same twice
        ["idempotency-key"] = Malformed(
            "An Idempotency-Key has 8 to 64 letters, digits, hyphens, underscores, dots and colons, and is given once. A UUID is a good one.",
            "Une clé Idempotency-Key compte de 8 à 64 lettres, chiffres, tirets, tirets bas, points et deux-points, et n'est donnée qu'une fois. Un UUID convient bien.",
            "Una clave Idempotency-Key tiene de 8 a 64 letras, cifras, guiones, guiones bajos, puntos y dos puntos, y se da una sola vez. Un UUID es adecuado."
        ),
        ["idempotency-key-reused"] = Unprocessable(
            "This Idempotency-Key was given with something else. Take a new key for each thing that is to be done.",
            "Cette clé Idempotency-Key a été donnée avec autre chose. Prenez une nouvelle clé pour chaque chose à faire.",
            "Esta clave Idempotency-Key se dio con otra cosa. Use una clave nueva para cada cosa que deba hacerse."
        ),
        ["idempotency-in-progress"] = Conflict(
            "The same is being done at this moment. Ask again in as many seconds as Retry-After says.",
            "La même demande est en cours. Redemandez après le nombre de secondes qu'indique Retry-After.",
            "Lo mismo se está haciendo en este momento. Vuelva a preguntar tras los segundos que indica Retry-After."
        ),
        ["idempotency-outcome-unknown"] = Conflict(
            "The same was begun and broke off: it is not known whether it was done, and it is not done again by itself. Look how things stand; if it was not done, send it with a new key.",
            "La même demande a été commencée et s'est interrompue : on ne sait pas si elle a abouti, et elle n'est pas refaite d'elle-même. Vérifiez l'état des choses ; si elle n'a pas abouti, envoyez-la avec une nouvelle clé.",
            "Lo mismo se empezó y se interrumpió: no se sabe si llegó a hacerse, y no se repite por sí solo. Compruebe cómo está; si no se hizo, envíelo con una clave nueva."
        ),

        // register and settings
        ["no-such-person"] = Missing(
            "Nobody is registered under this id.",
            "Personne n'est enregistré sous cet identifiant.",
            "Nadie está registrado con este identificador."
        ),
        ["person-has-a-part"] = Conflict(
            "Who has a role cannot be erased. Let the person leave first, with a successor; from the day after the last one it can be done.",
            "Une personne qui a un rôle ne peut pas être effacée. Enregistrez d'abord son départ, avec un successeur ; l'effacement est possible dès le lendemain du dernier jour.",
            "No se puede suprimir a quien tiene una función. Registre primero su salida, con un sucesor; es posible desde el día siguiente al último."
        ),
        ["own-roles"] = Conflict(
            "Nobody changes their own roles; another officer does.",
            "Personne ne modifie ses propres rôles ; un autre responsable le fait.",
            "Nadie cambia sus propias funciones; lo hace otro responsable."
        ),
        ["no-role-waits"] = Conflict(
            "No role of this person waits for a confirmation.",
            "Aucun rôle de cette personne n'attend de confirmation.",
            "Ninguna función de esta persona espera confirmación."
        ),
        ["no-successor"] = Conflict(
            "The administration has no alternate: name who takes over.",
            "L'administration n'a pas de suppléant : nommez qui prend la suite.",
            "La administración no tiene suplente: indique quién asume."
        ),
        ["no-such-administration"] = Missing(
            "No such administration is registered.",
            "Cette administration n'est pas enregistrée.",
            "Esa administración no está registrada."
        ),
        ["no-such-agreement"] = Missing(
            "No such agreement is registered.",
            "Cette convention n'est pas enregistrée.",
            "Ese convenio no está registrado."
        ),
        ["not-a-slug"] = Conflict(
            "An id has small letters, digits and hyphens only, at most 60.",
            "Un identifiant n'a que des minuscules, des chiffres et des tirets, au plus 60.",
            "Un identificador solo tiene minúsculas, cifras y guiones, como máximo 60."
        ),
        ["empty"] = Conflict("This must not be empty.", "Ceci ne peut pas être vide.", "Esto no puede estar vacío."),
        ["not-an-address"] = Conflict(
            "Give one plain e-mail address.",
            "Donnez une adresse électronique simple.",
            "Dé una sola dirección de correo."
        ),
        ["address-taken"] = Conflict(
            "The address belongs to somebody else: who writes from it must be one person.",
            "L'adresse est celle de quelqu'un d'autre : une adresse, une personne.",
            "La dirección es de otra persona: una dirección, una persona."
        ),
        ["ends-before-start"] = Conflict("It ends before it begins.", "La fin précède le début.", "Termina antes de empezar."),
        ["role-and-administration"] = Conflict(
            "Coordinators, alternates and heads of customs belong to one administration; all others serve the whole programme.",
            "Coordinateurs, suppléants et chefs des douanes relèvent d'une administration ; tous les autres servent le programme entier.",
            "Coordinadores, suplentes y directores de aduanas son de una administración; los demás sirven a todo el programa."
        ),
        ["role-and-donor"] = Conflict(
            "A donor reader, and nobody else, belongs to a donor.",
            "Un lecteur de bailleur, et lui seul, relève d'un bailleur.",
            "Un lector de donante, y nadie más, pertenece a un donante."
        ),
        ["no-such-donor"] = Missing("No such donor is registered.", "Ce bailleur n'est pas enregistré.", "Ese donante no está registrado."),
        ["not-iso-3166"] = Conflict(
            "The id is the ISO 3166-1 alpha-2 code, two capital letters.",
            "L'identifiant est le code ISO 3166-1 alpha-2, deux majuscules.",
            "El identificador es el código ISO 3166-1 alfa-2, dos mayúsculas."
        ),
        ["no-such-zone"] = Conflict(
            "The time zone is an IANA name, such as Africa/Accra.",
            "Le fuseau est un nom IANA, comme Africa/Accra.",
            "La zona horaria es un nombre IANA, como Africa/Accra."
        ),
        ["no-working-day"] = Conflict(
            "There must be a working day in the week.",
            "La semaine doit compter un jour ouvré.",
            "Debe haber un día laborable en la semana."
        ),
        ["orphan-result"] = Conflict(
            "The result above is not in the framework.",
            "Le résultat supérieur n'est pas dans le cadre.",
            "El resultado superior no está en el marco."
        ),
        ["orphan-indicator"] = Conflict(
            "The result that it measures is not in the framework.",
            "Le résultat mesuré n'est pas dans le cadre.",
            "El resultado que mide no está en el marco."
        ),
        ["schedule"] = Conflict(
            "A donor period has 1 to 60 months, a deadline on or after its end, and a language.",
            "Une période de bailleur a de 1 à 60 mois, une échéance à sa fin ou après, et une langue.",
            "Un período de donante tiene de 1 a 60 meses, un plazo en su fin o después, y un idioma."
        ),
        ["entry-changed"] = Conflict(
            "Somebody else has changed it meanwhile; nothing of yours was saved.",
            "Quelqu'un d'autre l'a modifié entre-temps ; rien de vous n'a été enregistré.",
            "Otra persona lo cambió entretanto; nada suyo se guardó."
        ),
        ["code-twice"] = Conflict("The code stands there twice.", "Le code y figure deux fois.", "El código figura dos veces."),
        ["allocation-amount"] = Conflict(
            "The amount must be above 0.",
            "Le montant doit être supérieur à 0.",
            "El importe debe ser superior a 0."
        ),
        ["allocation-currency"] = Conflict(
            "The currency is an ISO 4217 code, such as NOK.",
            "La devise est un code ISO 4217, comme NOK.",
            "La moneda es un código ISO 4217, como NOK."
        ),
        ["outside-agreement"] = Conflict(
            "The days must lie within the agreement.",
            "Les jours doivent être compris dans la convention.",
            "Los días deben estar dentro del convenio."
        ),
        ["quiet-days"] = Conflict(
            "At most 400 quiet days, each given once.",
            "Au plus 400 jours chômés, chacun une seule fois.",
            "Como máximo 400 días inhábiles, cada uno una sola vez."
        ),
        ["year-start"] = Conflict(
            "The year must begin with a month from 1 to 12.",
            "L'année doit commencer par un mois de 1 à 12.",
            "El año debe empezar por un mes del 1 al 12."
        ),
        ["lock-before-due"] = Conflict(
            "A period cannot lock before it is due.",
            "Une période ne peut pas être verrouillée avant son échéance.",
            "Un período no puede cerrarse antes de su vencimiento."
        ),
        ["periods-overlap"] = Conflict(
            "Two periods of the calendar overlap.",
            "Deux périodes du calendrier se chevauchent.",
            "Dos períodos del calendario se superponen."
        ),
        ["periods-gap"] = Conflict(
            "There are days between two periods of the calendar that none covers.",
            "Des jours entre deux périodes du calendrier ne sont couverts par aucune.",
            "Hay días entre dos períodos del calendario que ninguno cubre."
        ),
        ["period-twice"] = Conflict(
            "A period stands in the calendar twice.",
            "Une période figure deux fois au calendrier.",
            "Un período figura dos veces en el calendario."
        ),
        ["period-ends-before-start"] = Conflict(
            "A period of the calendar ends before it begins.",
            "Une période du calendrier finit avant de commencer.",
            "Un período del calendario termina antes de empezar."
        ),
        ["due-before-end"] = Conflict(
            "A report cannot be due before its period ends.",
            "Un rapport ne peut pas être attendu avant la fin de sa période.",
            "Un informe no puede vencer antes de que termine su período."
        ),
        ["reminder-code-twice"] = Conflict(
            "Two reminders bear the same code.",
            "Deux rappels portent le même code.",
            "Dos recordatorios llevan el mismo código."
        ),
        ["reminder-code-no-slug"] = Conflict(
            "A reminder's code has 1 to 20 small letters, digits and hyphens.",
            "Le code d'un rappel compte de 1 à 20 minuscules, chiffres et tirets.",
            "El código de un recordatorio tiene de 1 a 20 minúsculas, cifras y guiones."
        ),
        ["reminder-to-nobody"] = Conflict(
            "A reminder needs somebody to go to.",
            "Un rappel doit avoir un destinataire.",
            "Un recordatorio necesita un destinatario."
        ),
        ["reminder-before-asking"] = Conflict(
            "Only reminders of the due date can come before it.",
            "Seuls les rappels de l'échéance peuvent la précéder.",
            "Solo los recordatorios del vencimiento pueden precederlo."
        ),
        ["reminder-hours"] = Conflict(
            "The hours of sending end before they begin.",
            "Les heures d'envoi finissent avant de commencer.",
            "Las horas de envío terminan antes de empezar."
        ),

        // surveys and assessments
        ["no-such-survey"] = Missing("There is no such survey.", "Cette enquête n'existe pas.", "Esa encuesta no existe."),
        ["survey-twice"] = Conflict(
            "The administration has a survey of this name already.",
            "L'administration a déjà une enquête de ce nom.",
            "La administración ya tiene una encuesta con este nombre."
        ),
        ["survey-not-collecting"] = Conflict(
            "The survey does not collect answers now.",
            "L'enquête ne recueille pas de réponses actuellement.",
            "La encuesta no recoge respuestas ahora."
        ),
        ["survey-not-in-review"] = Conflict(
            "The survey's scores are not to be decided on now.",
            "Il n'y a pas à se prononcer maintenant sur les scores de l'enquête.",
            "Ahora no hay que decidir sobre las puntuaciones de la encuesta."
        ),
        ["survey-file-part"] = Conflict(
            "An upload has a name of small letters and digits, and its parts are counted from 1.",
            "Un envoi porte un nom en minuscules et chiffres, et ses parties se comptent à partir de 1.",
            "Un envío lleva un nombre en minúsculas y cifras, y sus partes se cuentan desde 1."
        ),
        ["survey-file-twice"] = Conflict(
            "This very file was taken already.",
            "Ce fichier précis a déjà été pris en compte.",
            "Este mismo archivo ya se tomó."
        ),
        ["survey-questions"] = Conflict(
            "A questionnaire has at least one group, and 1 to 120 questions.",
            "Un questionnaire compte au moins un groupe et de 1 à 120 questions.",
            "Un cuestionario tiene al menos un grupo y de 1 a 120 preguntas."
        ),
        ["survey-question-code"] = Conflict(
            "Each question has a code of its own: small letters, digits and hyphens.",
            "Chaque question porte un code à elle : minuscules, chiffres et tirets.",
            "Cada pregunta lleva un código propio: minúsculas, cifras y guiones."
        ),
        ["survey-group"] = Conflict(
            "Each group has a code of its own, of small letters, digits and hyphens; a question is asked of one of them, or of everybody.",
            "Chaque groupe porte un code à lui, en minuscules, chiffres et tirets ; une question est posée à l'un d'eux ou à tout le monde.",
            "Cada grupo lleva un código propio, de minúsculas, cifras y guiones; una pregunta se hace a uno de ellos o a todos."
        ),
        ["survey-key-factor"] = Conflict(
            "Key factors go from 1 to 10.",
            "Les facteurs clés vont de 1 à 10.",
            "Los factores clave van de 1 a 10."
        ),
        ["survey-text"] = Conflict(
            "Each text is needed in all three languages, of 600 characters at most.",
            "Chaque texte est nécessaire dans les trois langues, de 600 caractères au plus.",
            "Cada texto hace falta en los tres idiomas, de 600 caracteres como máximo."
        ),
        ["pmm-years"] = Conflict(
            "Between two assessments lie 1 to 10 years.",
            "Entre deux évaluations, il y a de 1 à 10 ans.",
            "Entre dos evaluaciones pasan de 1 a 10 años."
        ),
        ["pmm-kpis"] = Conflict("There are 1 to 80 KPIs.", "Il y a de 1 à 80 KPI.", "Hay de 1 a 80 KPI."),
        ["pmm-code"] = Conflict(
            "A KPI's code is K and a number, each once.",
            "Le code d'un KPI est K et un nombre, chacun une fois.",
            "El código de un KPI es K y un número, cada uno una vez."
        ),
        ["pmm-kpi"] = Conflict(
            "A KPI is a number or a percentage, and its key factors go from 1 to 10.",
            "Un KPI est un nombre ou un pourcentage, et ses facteurs clés vont de 1 à 10.",
            "Un KPI es un número o un porcentaje, y sus factores clave van de 1 a 10."
        ),
        ["pmm-text"] = Conflict(
            "Each text is needed in all three languages, of 600 characters at most.",
            "Chaque texte est nécessaire dans les trois langues, de 600 caractères au plus.",
            "Cada texto hace falta en los tres idiomas, de 600 caracteres como máximo."
        ),
        ["pmm-belongs"] = Conflict(
            "Each outcome belongs to a dimension and each KPI to an outcome, by a code that stands once.",
            "Chaque résultat relève d'une dimension et chaque KPI d'un résultat, par un code qui figure une fois.",
            "Cada resultado pertenece a una dimensión y cada KPI a un resultado, por un código que figura una vez."
        ),
        ["pmm-year"] = Conflict(
            "An assessment is of this year, the last or the next one.",
            "Une évaluation porte sur cette année, la précédente ou la suivante.",
            "Una evaluación es de este año, del anterior o del siguiente."
        ),
        ["pmm-twice"] = Conflict(
            "There is an assessment of this year already.",
            "Il existe déjà une évaluation de cette année.",
            "Ya hay una evaluación de este año."
        ),
        ["pmm-closed"] = Conflict(
            "The assessment takes no answers any more.",
            "L'évaluation n'accepte plus de réponses.",
            "La evaluación ya no acepta respuestas."
        ),

        // donor reports
        ["no-such-donor-report"] = Missing(
            "There is no such donor report.",
            "Ce rapport au bailleur n'existe pas.",
            "Ese informe a donantes no existe."
        ),
        ["donor-report-not-returned"] = Conflict(
            "Only a report that was sent back is revised.",
            "Seul un rapport renvoyé se révise.",
            "Solo se revisa un informe devuelto."
        ),
        ["donor-report-not-in-review"] = Conflict(
            "The report does not wait for a signature.",
            "Le rapport n'attend pas de signature.",
            "El informe no espera firma."
        ),
        ["donor-report-assembled"] = Conflict(
            "Texts and annexes are taken until the report is assembled, and again once it is sent back.",
            "Textes et annexes sont pris jusqu'à l'établissement du rapport, puis à nouveau après un renvoi.",
            "Se aceptan textos y anexos hasta que se prepara el informe, y de nuevo si se devuelve."
        ),
        ["change-note-needed"] = Conflict(
            "Say what the new version changes.",
            "Dites ce que change la nouvelle version.",
            "Diga qué cambia la nueva versión."
        ),
    };

    public static Text WordsOf(CommandResult.Refused refused) => WordsOf(refused.Rule, refused.Why);

    /// <param name="why">For a rule without words here.</param>
    public static Text WordsOf(string rule, string why) =>
        Table.TryGetValue(rule, out RefusalRule? known) ? known.Words : new Text(why, why, why);

    public static RefusalKind KindOf(CommandResult.Refused refused) =>
        Table.TryGetValue(refused.Rule, out RefusalRule? known) ? known.Kind : RefusalKind.Conflict;

    /// <summary>Names of the rules.</summary>
    public static IReadOnlyCollection<string> Names => Table.Keys;

    private static RefusalRule Conflict(string en, string fr, string es) => new(RefusalKind.Conflict, new Text(en, fr, es));

    private static RefusalRule Missing(string en, string fr, string es) => new(RefusalKind.Missing, new Text(en, fr, es));

    private static RefusalRule Malformed(string en, string fr, string es) => new(RefusalKind.Malformed, new Text(en, fr, es));

    private static RefusalRule Unprocessable(string en, string fr, string es) => new(RefusalKind.Unprocessable, new Text(en, fr, es));

    private static RefusalRule Stale(string en, string fr, string es) => new(RefusalKind.Stale, new Text(en, fr, es));

    private sealed record RefusalRule(RefusalKind Kind, Text Words);
}

/// <summary>What is the matter where a service refuses: it decides the status of an answer over HTTP.</summary>
public enum RefusalKind
{
    /// <summary>It cannot be done as things stand.</summary>
    Conflict,

    /// <summary>What it is about does not exist.</summary>
    Missing,

    /// <summary>What was sent cannot be taken, however things stand.</summary>
    Malformed,

    /// <summary>It can be read, and contradicts what was sent before.</summary>
    Unprocessable,

    /// <summary>It was decided from what no longer stands.</summary>
    Stale,
}
