using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Workflows.Multilateral.Communities;

/// <summary>Tells that a topic was opened. Replying to the mail contributes to it.</summary>
public sealed record TopicOpened(CommunityTopic Topic) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.TopicOpenedSubject(topicTitle: Topic.Title);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [Text.Same(Topic.Question), Texts.TopicOpenedReply(closes: Text.For(eachLanguage => dates(eachLanguage).Day(Topic.Closes)))];
}

/// <summary>Tells that somebody contributed to a topic. It can wait for a digest.</summary>
public sealed record TopicPosted(CommunityTopic Topic, CommunityPost Post, Text Administration) : Notice
{
    public override Text Subject => Texts.PostSubject(topicTitle: Topic.Title, administration: Administration);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [Texts.PostQuoted(postText: Post.Text), Texts.PostReply];
}

/// <summary>Tells the author of a contribution with whom it was shared.</summary>
public sealed record PostShared(CommunityTopic Topic, string Text, int Readers) : Notice
{
    public override DateTimeOffset? ReadBy => null;

    public override Text Subject => Texts.PostSharedSubject(topicTitle: Topic.Title);

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [Texts.PostSharedWith(readers: Readers), Texts.PostSharedQuoted(text: Text)];
}
