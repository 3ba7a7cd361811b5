namespace ACip.Workflows.Programme;

/// <summary>Who wrote, proposed or handed in something does not decide on it.</summary>
public static class SeparationOfDuties
{
    public const string Rule = "author-may-not-approve";
}
