using System.Security.Cryptography;
using System.Text.Json;
using ACip.Tests.Bench.Replies;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Serialization;
using BenchmarkDotNet.Attributes;
using Texts = ACip.Workflows.Messaging.Letters.Texts;

namespace ACip.Tests.Bench.Pure;

/// <summary>Pairs: what the product does, and the least that could do it.</summary>
public class PureBenchmarks
{
    private static readonly FormItem[] Items =
    [
        new("B3", FormItemKind.Percentage, "Share", "%", Baseline: 40, Target: 60),
        new("B4", FormItemKind.YesNo, "Code"),
        new("B5", FormItemKind.Number, "Officers", "officers", ["women", "men"]),
        new("B7", FormItemKind.Narrative, "Lessons"),
    ];

    private readonly string[] mails = [.. Corpus.Texts(Corpus.Repository())];
    private readonly AuditEntry entry = new(AuditKind.PlanActivated, "af-2026", new PersonId("officer-one"), "All is agreed.");
    private readonly AuditEvent link;
    private readonly byte[] bytes;
    private readonly JsonElement stored;
    private readonly string[] plain =
    [
        .. Language.All.Select(language => Texts.DigestSubject(2).In(language).Replace("2", "{0}", StringComparison.Ordinal)),
    ];
    private int turn;

    public PureBenchmarks()
    {
        link = AuditEvent.After(AuditHead.Empty, entry, DateTimeOffset.UnixEpoch);
        bytes = CanonicalJson.Write(link, Json.Stored);
        stored = JsonSerializer.SerializeToElement(Enumerable.Range(0, 40).Select(_ => link), Json.Stored);
    }

    /// <summary>Names of the methods; that of the peer ends so.</summary>
    public static IReadOnlyList<string> Pairs { get; } = [nameof(Reply), nameof(Chain), nameof(Canonical), nameof(Text)];

    private string Mail => mails[turn++ % mails.Length];

    [Benchmark]
    public object Reply() => ReplyReader.Read(ReplyText.Of(Mail, null), Items, Language.Fr);

    [Benchmark]
    public object ReplyPeer() => Mail.Split('\n', StringSplitOptions.TrimEntries);

    [Benchmark]
    public object Chain() => AuditEvent.After(AuditHead.Empty, entry, DateTimeOffset.UnixEpoch);

    [Benchmark]
    public object ChainPeer() => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Forty events of a chain.</summary>
    [Benchmark]
    public object Canonical() => CanonicalJson.Write(stored);

    [Benchmark]
    public object CanonicalPeer() => JsonSerializer.SerializeToUtf8Bytes(stored);

    [Benchmark]
    public object Text() => Texts.DigestSubject(turn++ % 5).In(Language.All[turn % Language.All.Count]);

    [Benchmark]
    public object TextPeer() => string.Format(null, plain[turn++ % plain.Length], turn % 5);
}
