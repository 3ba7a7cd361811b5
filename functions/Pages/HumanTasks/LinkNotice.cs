using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>What a page says that takes no answer: what is the matter, and what to do next.</summary>
public sealed record LinkNotice(Text Heading, Text Text, Text? Next = null, Text? Button = null, string? Address = null)
{
    /// <summary>The foot of every page behind a link says who that is, with the address.</summary>
    private static readonly Text WriteToUs = new(
        "If something has to be changed, write to the person named below.",
        "Si quelque chose doit être modifié, écrivez à la personne indiquée ci-dessous.",
        "Si hay que cambiar algo, escriba a la persona indicada abajo."
    );

    public static LinkNotice ByReply { get; } =
        new(
            new("Please answer by mail", "Merci de répondre par courriel", "Responda por correo"),
            new(
                "What the review found is told in your own words: reply to the mail that brought you here.",
                "Les constats de l'examen se disent avec vos propres mots : répondez au courriel qui vous a mené ici.",
                "Lo constatado en la revisión se cuenta con sus propias palabras: responda al correo que lo trajo aquí."
            )
        );

    public static LinkNotice Unknown { get; } =
        new(
            new("This link leads nowhere", "Ce lien ne mène nulle part", "Este enlace no lleva a ninguna parte"),
            new(
                "No task has this link. It may have been cut by a mail program.",
                "Aucune tâche n'a ce lien. Un logiciel de messagerie l'a peut-être coupé.",
                "Ninguna tarea tiene este enlace. Quizá un programa de correo lo cortó."
            ),
            new(
                "Open the latest mail about the task and use the whole link; or answer by replying to that mail.",
                "Ouvrez le dernier courriel à propos de la tâche et utilisez le lien entier ; ou répondez à ce courriel.",
                "Abra el último correo sobre la tarea y use el enlace completo; o responda a ese correo."
            )
        );

    public static LinkNotice FormTooOld { get; } =
        new(
            new("Please try again", "Veuillez recommencer", "Inténtelo de nuevo"),
            new(
                "The page had been open for too long, or the form was not opened here. Nothing was handed in.",
                "La page était ouverte depuis trop longtemps, ou le formulaire n'a pas été ouvert ici. Rien n'a été soumis.",
                "La página llevaba demasiado tiempo abierta, o el formulario no se abrió aquí. No se entregó nada."
            ),
            new("Open the link from the mail again.", "Rouvrez le lien du courriel.", "Abra de nuevo el enlace del correo.")
        );

    public static LinkNotice Confirmed { get; } =
        new(
            new("Thank you: it counts", "Merci : cela compte", "Gracias: cuenta"),
            new(
                "Your answer is confirmed. An acknowledgement with every figure was mailed to you.",
                "Votre réponse est confirmée. Un accusé de réception avec chaque chiffre vous a été envoyé.",
                "Su respuesta está confirmada. Se le envió un acuse de recibo con cada cifra."
            )
        );

    public static LinkNotice NothingToConfirm { get; } =
        new(
            new("Nothing could be read from it", "Rien n'a pu y être lu", "No se pudo leer nada"),
            new(
                "The mail holds no figure that we understand. Please give your answer on the page.",
                "Le courriel ne contient aucun chiffre que nous comprenons. Veuillez répondre sur la page.",
                "El correo no contiene ninguna cifra que entendamos. Dé su respuesta en la página."
            ),
            null,
            new("Open the page", "Ouvrir la page", "Abrir la página")
        );

    public static LinkNotice PlanHandedIn { get; } =
        new(
            new("The plan is handed in", "Le plan est soumis", "El plan está entregado"),
            new(
                "It is being reviewed. You will hear of the decision by mail.",
                "Il est en cours d'examen. La décision vous sera communiquée par courriel.",
                "Se está revisando. Se le comunicará la decisión por correo."
            )
        );

    public static LinkNotice Of(LinkClosed why) =>
        why switch
        {
            LinkClosed.HandedIn => new(
                new("This task is done", "Cette tâche est terminée", "Esta tarea está terminada"),
                new(
                    "The answer was handed in and the task takes no more answers.",
                    "La réponse a été soumise et la tâche n'accepte plus de réponse.",
                    "La respuesta fue entregada y la tarea ya no admite respuestas."
                ),
                WriteToUs
            ),
            LinkClosed.Accepted => new(
                new("The report is accepted", "Le rapport est accepté", "El informe está aceptado"),
                new(
                    "The Secretariat accepted it. There is nothing more to do; this is how it stands.",
                    "Le Secrétariat l'a accepté. Il n'y a plus rien à faire ; le voici tel quel.",
                    "La Secretaría lo aceptó. No hay nada más que hacer; así quedó."
                ),
                WriteToUs
            ),
            LinkClosed.Decided => new(
                new("This was decided", "La décision est prise", "Ya está decidido"),
                new("Nothing waits for you here any more.", "Plus rien ne vous attend ici.", "Aquí ya no le espera nada.")
            ),
            LinkClosed.Missed => new(
                new("This period is closed", "Cette période est close", "Este período está cerrado"),
                new(
                    "No answer came in time. The gap is shown as a gap.",
                    "Aucune réponse n'est arrivée à temps. La lacune est montrée comme telle.",
                    "No llegó respuesta a tiempo. El vacío se muestra como vacío."
                ),
                WriteToUs
            ),
            _ => new(
                new("This link has expired", "Ce lien a expiré", "Este enlace ha caducado"),
                new(
                    "The task is closed and takes no more answers.",
                    "La tâche est close et n'accepte plus de réponse.",
                    "La tarea está cerrada y ya no admite respuestas."
                ),
                WriteToUs
            ),
        };

    public static LinkNotice Elsewhere(string? page) =>
        page is null
            ? new(
                new("This waits for somebody else", "Ceci attend une autre personne", "Esto espera a otra persona"),
                new(
                    "You were told because an answer is overdue. Only people of the administration can give it.",
                    "Vous avez été prévenu parce qu'une réponse est en retard. Seules les personnes de l'administration peuvent la donner.",
                    "Se le avisó porque una respuesta lleva retraso. Solo pueden darla las personas de la administración."
                )
            )
            : new(
                new("A decision waits for you", "Une décision vous attend", "Una decisión le espera"),
                new(
                    "Decisions are made after signing in, never by a link alone.",
                    "Les décisions se prennent après connexion, jamais par un simple lien.",
                    "Las decisiones se toman tras iniciar sesión, nunca solo con un enlace."
                ),
                null,
                new("Sign in and decide", "Se connecter et décider", "Iniciar sesión y decidir"),
                $"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(page)}"
            );
}
