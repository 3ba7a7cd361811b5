using ACip.Functions.Pages.Audit;
using ACip.Workflows.Audit;
using ACip.Workflows.Languages;

namespace ACip.Tests.Unit.Functions;

public sealed class AuditWordsTests
{
    public static TheoryData<AuditKind> Kinds => [.. Enum.GetValues<AuditKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_of_event_is_said_in_words(AuditKind kind)
    {
        Text words = AuditWords.Of(kind);
        Assert.Contains(' ', words.En);
        Assert.All(new[] { words.Fr, words.Es }, other => Assert.NotEqual(words.En, other));
    }
}
