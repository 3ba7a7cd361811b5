using System.Text.Json;

namespace ACip.Local.Mail.Sending.Rules;

internal sealed class CustomArgumentsAreSmall : ISendRule
{
    public IEnumerable<SendError> Check(SendRequest request, DateTimeOffset now) =>
        Check(request, "custom_args", envelope => envelope.CustomArgs)
            .Concat(Check(request, "substitutions", envelope => envelope.Substitutions));

    private static IEnumerable<SendError> Check(
        SendRequest request,
        string member,
        Func<Envelope, IReadOnlyDictionary<string, string>?> pairs
    ) =>
        request
            .Personalizations.Index()
            .Where(at => pairs(at.Item) is { } given && JsonSerializer.SerializeToUtf8Bytes(given, Wire.Json).Length > 10_000)
            .Select(at =>
                SendError.About(
                    $"personalizations.{at.Index}.{member}",
                    member,
                    $"The {member} of a personalization may not exceed 10000 bytes."
                )
            );
}
