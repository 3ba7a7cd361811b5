using ACip.Workflows.Languages;

namespace ACip.Workflows.Surveys.Questionnaires;

/// <summary>What a survey asks, and whom. It is data: what ships is a placeholder, and each wave keeps the edition that it was prepared
/// with.</summary>
/// <param name="Notice">Says what it is and is not, wherever it shows.</param>
/// <param name="Groups">Who is asked: customs officials and the private sector, each with questions of its own.</param>
public sealed record Questionnaire(
    string Id,
    int Version,
    Text Notice,
    IReadOnlyList<SurveyGroup> Groups,
    IReadOnlyList<SurveyQuestion> Questions
)
{
    /// <summary>Answers go from 1, no agreement at all, to 5, full agreement; 0 stands for none.</summary>
    public const int Points = 5;

    private const int MostQuestions = 120,
        LongestText = 600;

    private static readonly Lazy<Questionnaire> Seed = new(() => SeedFile.Read<Questionnaire>("surveys/questionnaire.json"));

    /// <summary>FICTIONAL PLACEHOLDER: questions of our own.</summary>
    public static Questionnaire Shipped => Seed.Value;

    public IReadOnlyList<SurveyQuestion> For(string group) =>
        [.. Questions.Where(question => question.Group is null || question.Group == group)];

    /// <returns>The name of the rule that is broken first; null where it can be used.</returns>
    public string? Problem() =>
        Groups.Count == 0 || Questions.Count is 0 or > MostQuestions ? "survey-questions"
        : Questions.DistinctBy(question => question.Code).Count() < Questions.Count
        || !Questions.All(question => SurveyCode.IsSound(question.Code))
            ? "survey-question-code"
        : Groups.DistinctBy(group => group.Code).Count() < Groups.Count || !Groups.All(group => SurveyCode.IsSound(group.Code))
            ? "survey-group"
        : Questions.Any(question => question.KeyFactor is < 1 or > 10) ? "survey-key-factor"
        : Questions.Any(question => question.Group is { } own && Groups.All(group => group.Code != own)) ? "survey-group"
        : !Notice.IsWritten(LongestText)
        || !Groups.All(group => group.Name.IsWritten(LongestText))
        || !Questions.All(question => question.Text.IsWritten(LongestText))
            ? "survey-text"
        : null;
}

public sealed record SurveyGroup(string Code, Text Name);

/// <param name="Code">Heading of its column in an imported file.</param>
/// <param name="KeyFactor">1 to 10 of the Revised Arusha Declaration.</param>
/// <param name="Group">Who is asked it; null: everybody.</param>
/// <param name="Reversed">True where agreement tells of little integrity.</param>
public sealed record SurveyQuestion(string Code, int KeyFactor, string? Group, Text Text, bool Reversed = false)
{
    /// <summary>From 0 to 100.</summary>
    public int Score(int answer) => (Reversed ? Questionnaire.Points - answer : answer - 1) * 100 / (Questionnaire.Points - 1);
}

/// <summary>Codes of questions, groups and strata: they are headings of columns and parts of keys.</summary>
internal static class SurveyCode
{
    private const int Longest = 40;

    public static bool IsSound(string code) =>
        code.Length is > 0 and <= Longest && code.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') && code[0] != '-';
}
