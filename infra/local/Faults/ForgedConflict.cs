using System.Text;
using System.Text.RegularExpressions;
using ACip.Local.Faults.Refusals;
using ACip.Local.Faults.Wire;

namespace ACip.Local.Faults;

/// <summary>What storage answers where the ETag of a condition no longer holds.</summary>
internal static partial class ForgedConflict
{
    private const int PreconditionFailed = 412;

    private static readonly Refusal Row = new(
        PreconditionFailed,
        "UpdateConditionNotSatisfied",
        "The update condition specified in the request was not satisfied."
    );

    private static readonly Refusal Blob = new(
        PreconditionFailed,
        "ConditionNotMet",
        "The condition specified using HTTP conditional header(s) is not met."
    );

    /// <returns>Null where the call has no condition that names a tag: storage would not refuse it so.</returns>
    public static Refusal? Of(string service, ClientRequest request) =>
        service == "Table" && request.Target.Contains("/$batch", StringComparison.Ordinal)
            ? (Condition().IsMatch(Encoding.UTF8.GetString(request.Body.Span)) ? Row with { Operation = 0 } : null)
        : request.Head.Header("if-match"u8) is null or "*" ? null
        : service == "Table" ? Row
        : Blob;

    /// <summary>An operation's condition that names a tag.</summary>
    [GeneratedRegex(@"^If-Match:\s*[^*\s]", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Condition();
}
