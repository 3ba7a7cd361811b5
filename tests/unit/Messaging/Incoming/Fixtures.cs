using System.Text.Json;
using ACip.Tests.Unit.Messaging.Letters;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Tokens;

namespace ACip.Tests.Unit.Messaging.Incoming;

/// <summary>What must happen with one of the messages in tests/fixtures/mail.</summary>
/// <param name="Figures">Only where the message answers.</param>
/// <param name="Attachments">For each file, its kind, or why it is refused.</param>
public sealed record Expected(
    string File,
    Verdict Verdict,
    string Reason,
    Language Language,
    IReadOnlyDictionary<string, string>? Figures = null,
    bool Submit = false,
    string? Person = null,
    IReadOnlyList<string>? Attachments = null
);

/// <summary>The messages, and the tasks and people that they speak of: all of them invented.</summary>
internal static class Fixtures
{
    public const string Domain = "reply.acip.example";
    public static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-10-12T04:00:00Z", null);

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private static readonly string Folder = Path.Combine(Approved.Repository(), "tests", "fixtures", "mail");

    private static readonly TaskPerson[] Nepal =
    [
        new(new PersonId("sita"), "sita.rai@customs.example"),
        new(new PersonId("hari"), "hari.thapa@customs.example"),
    ];
    private static readonly TaskPerson[] Mali =
    [
        new(new PersonId("aissata"), "aissata.kone@douanes.example"),
        new(new PersonId("moussa"), "moussa.keita@douanes.example"),
    ];
    private static readonly TaskPerson[] Mexico =
    [
        new(new PersonId("jose"), "Jose.Nunez@aduanas.example"),
        new(new PersonId("lucia"), "lucia.perez@aduanas.example"),
    ];

    public static IReadOnlyList<Expected> All { get; } =
    [.. File.ReadLines(Path.Combine(Folder, "expected.jsonl")).Select(line => JsonSerializer.Deserialize<Expected>(line, Web)!)];

    public static IReadOnlyDictionary<string, TaskFacts> Tasks { get; } =
        new Dictionary<string, TaskFacts>
        {
            [TaskTokens.Hash("nepalreportfixturetoken2aa")] = Task("report-np", Nepal),
            [TaskTokens.Hash("malirapportfixturetoken3aa")] = Task("report-ml", Mali),
            [TaskTokens.Hash("mexicoinformefixturetokena")] = Task("report-mx", Mexico),
            [TaskTokens.Hash("closedtaskfixturetoken4aaa")] = Task("closed", Nepal) with { Open = false },
            [TaskTokens.Hash("expiredtaskfixturetokenaaa")] = Task("expired", Nepal) with { Expires = Now },
        };

    public static TriageFacts Facts { get; } = new(Tasks, [Domain, "mail.acip.example"], Now);

    public static byte[] Bytes(Expected expected) => File.ReadAllBytes(Path.Combine(Folder, expected.File));

    public static IEnumerable<string> Names() =>
        Directory
            .EnumerateFiles(Folder)
            .Select(path => Path.GetFileName(path)!)
            .Where(name => name.EndsWith(".eml", StringComparison.Ordinal) || name.EndsWith(".post", StringComparison.Ordinal));

    public static InboundMessage Message(byte[] bytes) => Assert.IsType<InboundReading.Message>(MailFile.Read(bytes)).Value;

    private static TaskFacts Task(string id, TaskPerson[] people) => new(new TaskId(id), people[0].Id, people, Now.AddDays(30), Open: true);
}
