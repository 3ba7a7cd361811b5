using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>Sentences and remarks. {0}, {1} … stand for values.</summary>
internal static class Phrases
{
    public static readonly Text3 NoData = new("no data", "pas de données", "sin datos");
    public static readonly Text3 Suppressed = new("not shown", "non publié", "no publicado");
    public static readonly Text3 NotAggregated = new("not added up", "non agrégé", "no agregado");
    public static readonly Text3 InWords = new("in words", "en texte", "en palabras");
    public static readonly Text3 None = new("none", "aucune", "ninguna");
    public static readonly Text3 NotSayable = new("—", "—", "—");
    public static readonly Text3 NofM = new("{0} of {1}", "{0} sur {1}", "{0} de {1}");
    public static readonly Text3 NotBrokenDown = new("not broken down", "non ventilé", "sin desglosar");

    public static readonly Text3 SuppressedNote = new(
        "Not shown: the figure would tell about too few administrations, or could be worked out from the others.",
        "Non publié : le chiffre concernerait trop peu d'administrations, ou pourrait se déduire des autres.",
        "No publicado: la cifra se referiría a muy pocas administraciones o podría deducirse de las demás."
    );
    public static readonly Text3 NoDataNote = new(
        "No data: nothing was reported and accepted. A gap is never counted as zero.",
        "Pas de données : rien n'a été communiqué et accepté. Une lacune n'est jamais comptée comme zéro.",
        "Sin datos: nada se comunicó ni se aceptó. Una laguna nunca se cuenta como cero."
    );
    public static readonly Text3 NotAggregatedNote = new(
        "Not added up: the framework gives no rule to put values of several administrations together; they stand one by one in the data annex.",
        "Non agrégé : le cadre ne donne pas de règle pour réunir les valeurs de plusieurs administrations ; elles figurent une à une dans l'annexe de données.",
        "No agregado: el marco no da una regla para reunir los valores de varias administraciones; figuran una por una en el anexo de datos."
    );
    public static readonly Text3 StraddleNote = new(
        "A reporting period belongs, whole, to the donor period that holds its last day; nothing is prorated. These begin before it: {0}.",
        "Une période de rapport appartient en entier à la période du bailleur qui contient son dernier jour ; rien n'est calculé au prorata. Commencent avant : {0}.",
        "Un período de informe pertenece entero al período del donante que contiene su último día; nada se prorratea. Comienzan antes: {0}."
    );
    public static readonly Text3 LeftOutCurrencyNote = new(
        "{0}, {1}: left out, because it is in another currency ({2}, not {3}); currencies are never mixed.",
        "{0}, {1} : écarté, car exprimé dans une autre monnaie ({2}, et non {3}) ; les monnaies ne sont jamais mélangées.",
        "{0}, {1}: excluido, porque está en otra moneda ({2}, no {3}); las monedas nunca se mezclan."
    );
    public static readonly Text3 LeftOutUnitNote = new(
        "{0}, {1}: left out, because it is in another unit ({2}, not {3}) and no conversion is agreed.",
        "{0}, {1} : écarté, car exprimé dans une autre unité ({2}, et non {3}) sans conversion convenue.",
        "{0}, {1}: excluido, porque está en otra unidad ({2}, no {3}) y no se acordó conversión."
    );
    public static readonly Text3 LeftOutBreakNote = new(
        "{0}, {1}: values from before {4} left out, because it is measured otherwise since (then in {2}, for the donor in {3}) and no factor leads from one to the other.",
        "{0}, {1} : valeurs antérieures au {4} écartées, car la mesure a changé depuis (alors en {2}, pour le bailleur en {3}) et aucun facteur ne mène de l'une à l'autre.",
        "{0}, {1}: valores anteriores al {4} excluidos, porque desde entonces se mide de otro modo (antes en {2}, para el donante en {3}) y ningún factor lleva de uno a otro."
    );
    public static readonly Text3 BreakNote = new(
        "¦ marks a break in the series: part of it is measured otherwise from there on, and the values on its two sides do not compare.",
        "¦ marque une rupture de série : une partie est mesurée autrement à partir de là, et les valeurs de part et d'autre ne se comparent pas.",
        "¦ marca una ruptura de la serie: una parte se mide de otro modo a partir de ahí, y los valores a ambos lados no se comparan."
    );
    public static readonly Text3 SeriesBroken = new(
        "Break in the series: part of it is measured otherwise than in the period before.",
        "Rupture de série : une partie est mesurée autrement que dans la période précédente.",
        "Ruptura de la serie: una parte se mide de otro modo que en el período anterior."
    );
    public static readonly Text3 LatestNote = new(
        "Latest value of each administration; counts are added, those behind shares too.",
        "Dernière valeur de chaque administration ; les effectifs sont additionnés, ceux des proportions aussi.",
        "Último valor de cada administración; los recuentos se suman, también los de las proporciones."
    );
    public static readonly Text3 SpansDiffer = new(
        "this period from some administrations, total since the start from others",
        "cette période pour certaines administrations, total depuis le début pour d'autres",
        "este período en algunas administraciones, total desde el inicio en otras"
    );
    public static readonly Text3 UnweightedNote = new(
        "Unweighted mean of {0} shares: not all of them came with the counts behind them.",
        "Moyenne non pondérée de {0} proportions : toutes n'ont pas été communiquées avec leurs effectifs.",
        "Media no ponderada de {0} proporciones: no todas se comunicaron con sus recuentos."
    );
    public static readonly Text3 AchievedNote = new(
        "Share of the way from baseline to target; below 0 where things got worse, above 100 where the target is passed. Without a baseline: actual against target.",
        "Part du chemin entre référence et cible ; moins de 0 si la situation s'est dégradée, plus de 100 si la cible est dépassée. Sans référence : réel rapporté à la cible.",
        "Parte del camino entre línea de base y meta; menos de 0 si empeoró, más de 100 si se superó la meta. Sin línea de base: real respecto de la meta."
    );

    public static readonly Text3 SummaryCounts = new(
        "Of {0} indicators of the framework: {1}.",
        "Sur {0} indicateurs du cadre : {1}.",
        "De {0} indicadores del marco: {1}."
    );
    public static readonly Text3 SummaryCoverage = new(
        "{0} of {1} administrations funded by this agreement gave accepted values for the period.",
        "{0} des {1} administrations financées par cet accord ont fourni des valeurs acceptées pour la période.",
        "{0} de {1} administraciones financiadas por este acuerdo dieron valores aceptados para el período."
    );
    public static readonly Text3 SummaryGaps = new(
        "Expected and not accepted: {0}; each is named with its reason under “{1}”.",
        "Attendu et non accepté : {0} ; chaque cas est nommé avec son motif sous « {1} ».",
        "Esperado y no aceptado: {0}; cada caso figura con su motivo en «{1}»."
    );
    public static readonly Text3 NothingWritten = new(
        "Nothing was written here for this period.",
        "Rien n'a été rédigé ici pour cette période.",
        "No se redactó nada aquí para este período."
    );
    public static readonly Text3 MoreInAnnex = new(
        "{0} more in the data annex.",
        "{0} de plus dans l'annexe de données.",
        "{0} más en el anexo de datos."
    );
    public static readonly Text3 BehindTarget = new(
        "Indicators behind their target for the period",
        "Indicateurs en retard sur leur cible pour la période",
        "Indicadores por debajo de su meta para el período"
    );
    public static readonly Text3 NoneBehind = new(
        "No indicator with data is behind its target for the period.",
        "Aucun indicateur renseigné n'est en retard sur sa cible pour la période.",
        "Ningún indicador con datos está por debajo de su meta para el período."
    );
    public static readonly Text3 Response = new("Response: {0}", "Réponse : {0}", "Respuesta: {0}");
    public static readonly Text3 NoRisks = new("No risk is recorded.", "Aucun risque n'est consigné.", "No hay riesgos registrados.");
    public static readonly Text3 NoRestatements = new(
        "No value of an earlier report was restated.",
        "Aucune valeur d'un rapport antérieur n'a été révisée.",
        "Ningún valor de un informe anterior fue revisado."
    );
    public static readonly Text3 NoDeliveries = new(
        "No event is registered for this period.",
        "Aucune activité n'est enregistrée pour cette période.",
        "No hay eventos registrados para este período."
    );
    public static readonly Text3 NoCips = new(
        "No survey wave is published yet.",
        "Aucune vague d'enquête n'est encore publiée.",
        "Aún no se ha publicado ninguna ola de la encuesta."
    );
    public static readonly Text3 NoSexData = new(
        "No accepted value is broken down by sex.",
        "Aucune valeur acceptée n'est ventilée par sexe.",
        "Ningún valor aceptado está desglosado por sexo."
    );
    public static readonly Text3 NoGaps = new(
        "Every report that was expected is accepted.",
        "Tous les rapports attendus sont acceptés.",
        "Todos los informes esperados están aceptados."
    );
    public static readonly Text3 Unreadable = new(
        "Records that could not be read; what they say is missing here, and they are being looked into: {0}.",
        "Enregistrements illisibles ; leur contenu manque ici, et ils sont en cours d'examen : {0}.",
        "Registros que no se pudieron leer; su contenido falta aquí y se están examinando: {0}."
    );
    public static readonly Text3 NoFinance = new(
        "No financial annex was added to this report.",
        "Aucune annexe financière n'a été jointe à ce rapport.",
        "No se adjuntó anexo financiero a este informe."
    );
    public static readonly Text3 CountsNotSums = new(
        "Counts of indicators: what they measure differs, so their values are not added. An indicator may serve several.",
        "Nombre d'indicateurs : leurs mesures diffèrent, leurs valeurs ne sont donc pas additionnées. Un indicateur peut en servir plusieurs.",
        "Número de indicadores: miden cosas distintas, por eso no se suman. Un indicador puede servir a varios."
    );
    public static readonly Text3 CipsReading = new(
        "Mean with its 95% interval. Where the intervals of two waves overlap, no movement is claimed.",
        "Moyenne avec intervalle à 95 %. Si les intervalles de deux vagues se recouvrent, aucune évolution n'est affirmée.",
        "Media con intervalo del 95 %. Si los intervalos de dos olas se solapan, no se afirma movimiento."
    );
    public static readonly Text3 CipsPooled = new(
        "The programme's score is the mean of administrations, each counting the same: of those in this report and of others whose scores are public, and over the same ones in both waves. Of up to {0} administrations, and never of fewer than {1}.",
        "Le score du programme est la moyenne des administrations, chacune comptant autant : celles de ce rapport et d'autres dont les scores sont publics, les mêmes dans les deux vagues. Il porte sur {0} administrations au plus, et jamais sur moins de {1}.",
        "La puntuación del programa es la media de las administraciones, cada una con el mismo peso: las de este informe y otras cuyas puntuaciones son públicas, las mismas en ambas olas. Abarca hasta {0} administraciones y nunca menos de {1}."
    );
    public static readonly Text3 CipsFew = new(
        "Groups of fewer than {0} respondents are not shown.",
        "Les groupes de moins de {0} répondants ne sont pas publiés.",
        "Los grupos de menos de {0} encuestados no se publican."
    );
    public static readonly Text3 Up = new("up", "hausse", "sube");
    public static readonly Text3 Down = new("down", "baisse", "baja");
    public static readonly Text3 Unclear = new("no clear movement", "pas d'évolution nette", "sin movimiento claro");
    public static readonly Text3 Unchanged = new("unchanged", "inchangé", "sin cambio");
    public static readonly Text3 First = new("first", "première", "primera");
    public static readonly Text3 CheckText = new(
        "Every figure goes back to accepted observations, which the data annex lists one by one with their evidence, the person's id and the audit event. The manifest that comes with this report names the SHA-256 of each file and of the snapshot that they were made from; whoever holds the snapshot can make every file again, byte for byte.",
        "Chaque chiffre remonte à des observations acceptées, que l'annexe de données énumère une à une avec leurs preuves, l'identifiant de la personne et l'événement d'audit. Le manifeste joint à ce rapport indique l'empreinte SHA-256 de chaque fichier et de l'instantané dont ils sont issus ; qui détient l'instantané peut refaire chaque fichier, octet pour octet.",
        "Cada cifra remite a observaciones aceptadas, que el anexo de datos enumera una por una con sus pruebas, el identificador de la persona y el evento de auditoría. El manifiesto que acompaña este informe indica el SHA-256 de cada archivo y de la instantánea de la que proceden; quien tenga la instantánea puede rehacer cada archivo, byte por byte."
    );
    public static readonly Text3 AuditHeads = new(
        "Last audit event of each stream",
        "Dernier événement d'audit de chaque flux",
        "Último evento de auditoría de cada flujo"
    );
    public static readonly Text3 SignedFor = new(
        "For {0}: ________________________________",
        "Pour {0} : ________________________________",
        "Por {0}: ________________________________"
    );
    public static readonly Text3 SignedName = new(
        "Name and title: ________________________________",
        "Nom et fonction : ________________________________",
        "Nombre y cargo: ________________________________"
    );
    public static readonly Text3 SignedOn = new("Date: ________________", "Date : ________________", "Fecha: ________________");
}
