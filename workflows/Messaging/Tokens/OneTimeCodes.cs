using System.Buffers.Binary;
using System.Globalization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Messaging.Tokens;

/// <summary>Codes requested by one person for one task. A code is not stored: it derives from the secret and its number.</summary>
/// <param name="Number">Of the last code; the first is 1.</param>
/// <param name="At">When each was asked for, in order.</param>
/// <param name="Tries">Wrong ones so far, of the last code.</param>
/// <param name="Used">True: it was typed, and works no more.</param>
[OutsideChain("code|", "Counts tries within a quarter of an hour; the code derives from a secret and stands nowhere.")]
public sealed record CodesAsked(int Number, IReadOnlyList<DateTimeOffset> At, int Tries, bool Used)
{
    public static string RowKey(TaskId task, PersonId person) => $"code|{task}|{person}";

    public bool IsLive(DateTimeOffset now) => !Used && Tries < OneTimeCodes.MostTries && now < At[^1] + OneTimeCodes.Valid;
}

/// <summary>Six digits, mailed to the registered address, where somebody with only a forwarded link cannot read them.</summary>
public static class OneTimeCodes
{
    public const int MostTries = 5;

    /// <summary>Per day, task and person. With five tries each, guessing succeeds once in 30,000 days.</summary>
    public const int MostInADay = 5;

    public static readonly TimeSpan Valid = TimeSpan.FromMinutes(15);

    public static string Of(ReadOnlySpan<byte> secret, TaskId task, PersonId person, int number)
    {
        byte[] hash = KeyedHash.Of(secret, "acip one-time code 1", task.Value, person.Value, number.ToString(CultureInfo.InvariantCulture));
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <param name="typed">As typed; spaces in it do not matter.</param>
    public static bool Matches(string code, string? typed)
    {
        string digits = string.Concat((typed ?? "").Take(40).Where(c => !char.IsWhiteSpace(c)));
        return KeyedHash.Same(code, digits);
    }

    public static bool MayAskAgain(CodesAsked? asked, DateTimeOffset now) =>
        asked is null || asked.At.Count(at => at > now.AddDays(-1)) < MostInADay;
}
