using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Api;

/// <summary>The reason for taking something back or ending it.</summary>
public sealed record GivenReasonBody(string Reason)
{
    internal static IResult Missing { get; } = JsonBody.Refusal("not-a-reason", "Send JSON with the reason.");
}
