using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Time;

namespace ACip.Workflows.Recommendations;

/// <summary>Tells the owner that an officer has closed a recommendation: nothing more is asked about it.</summary>
/// <param name="By">The officer's name.</param>
/// <param name="Why">The officer's words.</param>
public sealed record RecommendationClosed(Text Administration, string Id, string By, string Why) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.RecommendationClosedSubject(administration: Administration, id: Id);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [Texts.RecommendationClosedBy(name: By), Texts.RecommendationWords(words: Why)];
}

/// <summary>Tells whoever sent a file as proof that it was rejected.</summary>
/// <param name="File">Its name.</param>
public sealed record ProofRejected(Text Administration, string Id, string File) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.ProofRejectedSubject(administration: Administration, id: Id);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) => [Texts.ProofRejected(file: File)];
}

/// <summary>Tells the officers what its owner says of a recommendation: only they can close it.</summary>
/// <param name="By">Name of who said it.</param>
/// <param name="Page">Where it is closed.</param>
public sealed record RecommendationAnswered(Text Administration, string Id, bool Done, string By, string Words, Uri Page) : Notice
{
    public override DateTimeOffset? ReadBy => Done ? null : DateTimeOffset.MaxValue;

    public override Uri? Link => Page;

    public override Text Subject =>
        Done
            ? Texts.RecommendationDoneSubject(administration: Administration, id: Id)
            : Texts.RecommendationNotYetSubject(administration: Administration, id: Id);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [Done ? Texts.RecommendationDoneBy(name: By) : Texts.RecommendationNotYetBy(name: By), Texts.RecommendationWords(words: Words)];
}
