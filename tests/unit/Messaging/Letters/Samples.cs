using ACip.Tests.Unit.Messaging.Letters.Kinds;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Unit.Messaging.Letters;

/// <summary>One mail of each kind, in the words of a language, with a sensitive item wherever there are items.</summary>
internal static class Samples
{
    public const string Secret = SampleWords.Secret;

    public static MailFrame Frame(Language language) =>
        new(
            new Person(
                new PersonId("ama"),
                Text.Of("Ama Mensah", "Aïssata Koné", "José Núñez").In(language),
                "ama@customs.example",
                language,
                []
            ),
            "d41f8e",
            "mail.acip.example",
            Text.Of("Asia/Kathmandu", "Africa/Bamako", "America/Mexico_City").In(language),
            new MailContact("Olga Officer", "olga.officer@acip.example"),
            "r+abcdefghijklmnopqrstuvwxya@reply.acip.example",
            "task-17",
            Fictional: true
        );

    public static IEnumerable<(string Name, MailContent Content)> All(Language language)
    {
        var say = new SampleWords(language);
        return
        [
            .. AskingSamples.Of(say),
            .. AcknowledgingSamples.Of(say),
            .. DecidingSamples.Of(say),
            .. OfPlansSamples.Of(say),
            .. SeveralHandsSamples.Of(say),
            .. MoreTimeSamples.Of(say),
            .. TooLateSamples.Of(say),
            .. CommentsSamples.Of(say),
            .. RolesSamples.Of(say),
            .. DigestsSamples.Of(say),
            .. TroublesSamples.Of(say),
            .. RecommendationsSamples.Of(say),
        ];
    }

    /// <summary>As they come back: with the earlier answers, the questioned one first.</summary>
    public static FormItem[] FilledItems(Language language) => SampleItems.Filled(language);
}
