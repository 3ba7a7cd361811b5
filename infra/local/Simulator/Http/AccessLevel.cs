namespace FunctionsSimulator.Http;

/// <summary>Which key a caller must show; the names that bindings have for it.</summary>
internal enum AccessLevel
{
    Anonymous,

    /// <summary>In name only: no host honours it.</summary>
    User,
    Function,
    System,
    Admin,
}
