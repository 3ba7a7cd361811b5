using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>What the daily reconciliation found, in words; by the slug of its rule.</summary>
internal static class StuckWords
{
    public static Text Of(string rule) =>
        rule switch
        {
            "instance-failed" => new("a workflow failed", "un processus a échoué", "un proceso falló"),
            "mail-failed" => new(
                "a received message could not be processed; it was begun again",
                "un message reçu n'a pas pu être traité ; il a été repris",
                "un mensaje recibido no se pudo procesar; se retomó"
            ),
            "mails-waiting" => new(
                "mails wait to be taken by the mail service",
                "des courriels attendent d'être pris par le service de messagerie",
                "hay correos que esperan a que los tome el servicio de correo"
            ),
            "mail-silent" => new(
                "mail to the programme no longer arrives",
                "les courriels adressés au programme n'arrivent plus",
                "los correos dirigidos al programa ya no llegan"
            ),
            "plan-without-rows" => new(
                "the plan is listed and has no data",
                "le plan est répertorié mais n'a pas de données",
                "el plan figura en la lista y no tiene datos"
            ),
            "check-failed" => new("the plan could not be looked into", "le plan n'a pas pu être vérifié", "el plan no se pudo comprobar"),
            "report-past-lock" => new(
                "a report is open although its lock has passed",
                "un rapport est ouvert alors que son verrouillage est passé",
                "un informe sigue abierto aunque su cierre ha pasado"
            ),
            "review-too-long" => new(
                "a report has waited for its review for long",
                "un rapport attend son examen depuis longtemps",
                "un informe espera su revisión desde hace tiempo"
            ),
            "report-not-started" => new(
                "a report should have opened",
                "un rapport aurait dû s'ouvrir",
                "un informe debería haberse abierto"
            ),
            _ when rule.EndsWith("-suspended", StringComparison.Ordinal) => new(
                "an operator suspended it",
                "un opérateur l'a suspendu",
                "un operador lo suspendió"
            ),
            _ => new("it needs a look", "à vérifier", "requiere atención"),
        };
}
