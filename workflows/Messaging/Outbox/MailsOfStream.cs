using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Mails that stand in a stream's outbox, to be sent after the commit that wrote them.</summary>
public sealed record MailsOfStream(StreamId Stream, IReadOnlyList<string> Keys);
