using System.Collections.Frozen;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Messaging.Incoming;

/// <summary>Why a file was not kept as evidence, in words that say what to do instead.</summary>
public static class AttachmentReasons
{
    public const string Empty = "empty";
    public const string TooLarge = "too-large";
    public const string TooMany = "too-many";
    public const string Macros = "macros";
    public const string Password = "password";
    public const string OldOffice = "old-office";
    public const string Damaged = "damaged";
    public const string Decoration = "decoration";
    public const string Encrypted = "encrypted";
    public const string KindNotAccepted = "kind-not-accepted";
    public const string NoneTaken = "none-taken";

    /// <summary>An officer rejected the same bytes before.</summary>
    public const string RejectedBefore = "rejected-before";

    private static readonly FrozenDictionary<string, Text> Known = new Dictionary<string, Text>
    {
        [Empty] = Texts.FileEmpty,
        [TooLarge] = Texts.FileTooLarge,
        [TooMany] = Texts.FileTooMany,
        [Macros] = Texts.FileMacros,
        [Password] = Texts.FilePassword,
        [Encrypted] = Texts.FileEncrypted,
        [OldOffice] = Texts.FileOldOffice,
        [Damaged] = Texts.FileDamaged,
        [Decoration] = Texts.FileDecoration,
        [KindNotAccepted] = Texts.FileKindNotAccepted,
        [RejectedBefore] = Texts.FileRejectedBefore,
        [NoneTaken] = Texts.FileNoneTaken,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> All => Known.Keys;

    /// <exception cref="KeyNotFoundException">The slug is none of ours.</exception>
    public static Text Text(string reason) => Known[reason];
}
