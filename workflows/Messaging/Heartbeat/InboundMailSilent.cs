using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.Messaging.Heartbeat;

/// <summary>Tells officers, once, that mail to us no longer arrives, and therefore no answers of coordinators either.</summary>
/// <param name="Since">The last test mail that arrived, or the first that was sent.</param>
public sealed record InboundMailSilent(DateTimeOffset Since) : Notice
{
    /// <summary>It cannot wait for a digest, because people answer meanwhile and get no response.</summary>
    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.InboundSilentSubject;

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates)
    {
        string At(Language language) => dates(language).Moment(Since);
        return [Texts.InboundSilentSince(at: Text.For(At)), Texts.InboundSilentWhatToDo, Texts.InboundSilentToldOnce];
    }
}
