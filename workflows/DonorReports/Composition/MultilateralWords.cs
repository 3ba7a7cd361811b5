using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Multilateral.Entries;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>Headings and words of what the multilateral component has on record. {0}, {1} … stand for values.</summary>
internal static class MultilateralWords
{
    public static readonly Text3 HeldEvents = new("Events, one by one", "Activités, une par une", "Actividades, una por una");
    public static readonly Text3 Days = new("Days", "Dates", "Fechas");
    public static readonly Text3 Invited = new("Invited", "Invitées", "Invitadas");
    public static readonly Text3 Told = new("Said who came", "Ont dit qui est venu", "Dijeron quién acudió");
    public static readonly Text3 Useful = new("Useful (1 to 5)", "Utilité (1 à 5)", "Utilidad (1 a 5)");
    public static readonly Text3 Initiatives = new(
        "Regional and international initiatives",
        "Initiatives régionales et internationales",
        "Iniciativas regionales e internacionales"
    );
    public static readonly Text3 Initiative = new("Initiative", "Initiative", "Iniciativa");
    public static readonly Text3 Result = new("Result", "Résultat", "Resultado");
    public static readonly Text3 Uptake = new(
        "Uptake of instruments and tools",
        "Adoption des instruments et outils",
        "Adopción de instrumentos y herramientas"
    );
    public static readonly Text3 Version = new("Version", "Version", "Versión");
    public static readonly Text3 Meeting = new(
        "Annual coordinators' meeting",
        "Réunion annuelle des coordinateurs",
        "Reunión anual de coordinadores"
    );
    public static readonly Text3 Points = new("Action points", "Points d'action", "Puntos de acción");
    public static readonly Text3 Done = new("Of them done", "Dont faits", "De ellos, hechos");
    public static readonly Text3 Practices = new("Good practices shared", "Bonnes pratiques partagées", "Buenas prácticas compartidas");
    public static readonly Text3 Life = new(
        "Members and donors that came or left",
        "Membres et bailleurs arrivés ou partis",
        "Miembros y donantes que llegaron o se fueron"
    );
    public static readonly Text3 Day = new("Day", "Date", "Fecha");
    public static readonly Text3 Change = new("Change", "Changement", "Cambio");
    public static readonly Text3 Who = new("Who", "Qui", "Quién");
    public static readonly Text3 Topics = new(
        "Communities of practice talked about {0} topics, with {1} contributions.",
        "Les communautés de pratique ont traité {0} sujets, avec {1} contributions.",
        "Las comunidades de práctica trataron {0} temas, con {1} aportaciones."
    );
    public static readonly Text3 Served = new(
        "This work serves the United Nations Convention against Corruption (articles {0}) and Sustainable Development Goal 16 (targets {1}).",
        "Ce travail sert la Convention des Nations Unies contre la corruption (articles {0}) et l'objectif de développement durable 16 (cibles {1}).",
        "Este trabajo sirve a la Convención de las Naciones Unidas contra la Corrupción (artículos {0}) y al Objetivo de Desarrollo Sostenible 16 (metas {1})."
    );

    public static Text3 Of(InitiativeReach reach) =>
        reach == InitiativeReach.Regional
            ? new("regional", "régionale", "regional")
            : new("international", "internationale", "internacional");

    public static Text3 Of(InstrumentKind kind) =>
        kind switch
        {
            InstrumentKind.Guide => new("guide", "guide", "guía"),
            InstrumentKind.Curriculum => new("training curriculum", "programme de formation", "plan de formación"),
            InstrumentKind.ELearningModule => new("e-learning module", "module d'apprentissage en ligne", "módulo de aprendizaje en línea"),
            _ => new("instrument", "instrument", "instrumento"),
        };

    public static Text3 Of(LifeEvent what) =>
        what switch
        {
            LifeEvent.MemberJoined => new("a Member joined", "arrivée d'un Membre", "se incorporó un Miembro"),
            LifeEvent.MemberLeft => new("a Member left", "départ d'un Membre", "se fue un Miembro"),
            LifeEvent.DonorJoined => new("a donor joined", "arrivée d'un bailleur", "se incorporó un donante"),
            _ => new("a donor left", "départ d'un bailleur", "se fue un donante"),
        };
}
