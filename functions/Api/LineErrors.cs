using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Registers;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Api;

/// <summary>The response to a file that was refused, line by line.</summary>
internal static class LineErrors
{
    public static IResult Answer(IReadOnlyList<LineError> errors, Language language) =>
        ApiProblem.Of(
            StatusCodes.Status422UnprocessableEntity,
            "register-lines",
            $"{errors.Count} line(s) need mending; nothing was taken over.",
            new Dictionary<string, object?>
            {
                ["errors"] = errors.Select(error => new
                {
                    error.Line,
                    error.Column,
                    error.Rule,
                    Message = WordsOf(error).In(language),
                }),
            }
        );

    /// <summary>In the reader's language if the rule has words, otherwise as the line says it.</summary>
    public static Text WordsOf(LineError error) =>
        RefusalRules.WordsOf(error.Rule, error.Message.En) is { } said && said.En != error.Message.En ? said : error.Message;
}
