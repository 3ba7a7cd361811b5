using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Api;

/// <summary>Why something is taken back or ended.</summary>
public sealed record GivenReasonBody(string Reason)
{
    internal static IResult Missing { get; } = JsonBody.Refusal("not-a-reason", "Send JSON with the reason.");
}
