namespace ACip.Workflows.Programme;

/// <summary>Whoever wrote, proposed or submitted something cannot decide on it.</summary>
public static class SeparationOfDuties
{
    public const string Rule = "author-may-not-approve";
}
