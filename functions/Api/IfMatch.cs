using ACip.Functions.Api.ActionPlans;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ACip.Functions.Api;

/// <summary>The version that a write or a decision is based on: If-Match, or the hidden field of a form. The only place that reads either;
/// services compare it with what they replace.</summary>
internal static class IfMatch
{
    /// <summary>Name of a form's hidden field.</summary>
    public const string Field = "seen";

    /// <summary>In an ETag, between the tag of what is decided on, which is compared, and that of everything that was answered with it.
    /// Neither holds one.</summary>
    public const char Also = '-';

    /// <param name="needed">True: who writes must say it, be it with *.</param>
    /// <param name="mayBeNew">True: If-None-Match: * says that nothing stood there.</param>
    /// <returns>A refusal where the tags cannot be read: passed over, they would let through what they were to hinder.</returns>
    public static (AsRead AsRead, IResult? Refusal) Of(HttpRequest request, bool needed = false, bool mayBeNew = false)
    {
        if (mayBeNew && request.Headers.IfNoneMatch is [{ } none] && none.Trim() == "*")
        {
            return (AsRead.Nothing, null);
        }

        if (request.Headers.IfMatch.Count == 0)
        {
            return needed
                ? (
                    default,
                    PlanAnswers.Problem(
                        StatusCodes.Status428PreconditionRequired,
                        "if-match-needed",
                        "Send If-Match with the ETag that you have read, or * to write over whatever stands."
                    )
                )
                : (AsRead.Anything, null);
        }

        // * stands alone: beside a tag it would let through what the tag was to hinder
        return
            !EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out IList<EntityTagHeaderValue>? tags)
            || (tags.Count > 1 && tags.Contains(EntityTagHeaderValue.Any))
            ? (
                default,
                PlanAnswers.Problem(
                    StatusCodes.Status400BadRequest,
                    "if-match-malformed",
                    "If-Match holds ETags in quotes, as they were answered, or *."
                )
            )
            : (
                tags.Contains(EntityTagHeaderValue.Any)
                    ? AsRead.Anything
                    : AsRead.Of([.. tags.Select(tag => tag.Tag.ToString().Trim('"').Split(Also)[0])]),
                null
            );
    }

    /// <returns>Null where the form does not say it: one that we gave out does.</returns>
    public static AsRead? Of(IFormCollection form) => TagOf(form, Field) is { } tag ? AsRead.Of(tag) : null;

    /// <summary>The tag of a form that is shown again. What its reader has read stays what it is based on: with the tag of what stands by
    /// now, somebody else's change would be written over unseen. Only one that was refused because of that gets it, beside what
    /// stands.</summary>
    /// <param name="stands">Tag of what stands; null where nothing does.</param>
    public static string? Again(IFormCollection form, string? stands, bool isStale, string field = Field) =>
        isStale ? stands : TagOf(form, field);

    private static string? TagOf(IFormCollection form, string field) => form[field] is [{ Length: > 0 and <= 200 } tag] ? tag : null;
}
