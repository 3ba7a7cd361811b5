using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.Multilateral.Communities;

/// <summary>A topic is opened: whoever replies has spoken.</summary>
public sealed record TopicOpened(CommunityTopic Topic) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text3 Subject =>
        new($"Community of practice: {Topic.Title}", $"Communauté de pratique : {Topic.Title}", $"Comunidad de práctica: {Topic.Title}");

    public override IReadOnlyList<Text3> Paragraphs(Func<Language, DateWords> dates) =>
        [
            new(Topic.Question, Topic.Question, Topic.Question),
            new(
                $"Reply to this mail, and all Members read what you say. The topic is open until {dates(Language.En).Day(Topic.Closes)}.",
                $"Répondez à ce courriel, et tous les Membres liront ce que vous dites. Le sujet est ouvert jusqu'au {dates(Language.Fr).Day(Topic.Closes)}.",
                $"Conteste a este correo, y todos los Miembros leerán lo que diga. El tema está abierto hasta el {dates(Language.Es).Day(Topic.Closes)}."
            ),
        ];
}

/// <summary>Somebody has said something; it can wait for the reader's digest.</summary>
public sealed record TopicPosted(CommunityTopic Topic, CommunityPost Post, Text3 Administration) : Notice
{
    public override Text3 Subject =>
        new(
            $"{Topic.Title}: {Administration.En} writes",
            $"{Topic.Title} : {Administration.Fr} écrit",
            $"{Topic.Title}: {Administration.Es} escribe"
        );

    public override IReadOnlyList<Text3> Paragraphs(Func<Language, DateWords> dates) =>
        [
            new($"“{Post.Text}”", $"« {Post.Text} »", $"«{Post.Text}»"),
            new(
                "Reply to this mail to add something.",
                "Répondez à ce courriel pour ajouter quelque chose.",
                "Conteste a este correo para añadir algo."
            ),
        ];
}

/// <summary>To who posted: with whom it is shared.</summary>
public sealed record PostShared(CommunityTopic Topic, string Text, int Readers) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text3 Subject => new($"Shared: {Topic.Title}", $"Partagé : {Topic.Title}", $"Compartido: {Topic.Title}");

    public override IReadOnlyList<Text3> Paragraphs(Func<Language, DateWords> dates) =>
        [
            new(
                $"What you wrote is shared with {Readers} others:",
                $"Ce que vous avez écrit est partagé avec {Readers} autres personnes :",
                $"Lo que escribió se comparte con otras {Readers} personas:"
            ),
            new($"“{Text}”", $"« {Text} »", $"«{Text}»"),
        ];
}
