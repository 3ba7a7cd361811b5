namespace ACip.Local.Faults.Refusals;

/// <summary>What Azure Storage answers to a call that it does not take, with the codes and texts of the service.</summary>
/// <param name="Code">Null: it is the server before the service that refuses, with a page for browsers.</param>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/table-service-error-codes, …/common-rest-api-error-codes</remarks>
internal sealed record Refusal(int Status, string? Code, string Message)
{
    private const int BadRequest = 400,
        PayloadTooLarge = 413;

    /// <summary>Of a transaction, the operation that it fails by; null: the call as a whole.</summary>
    public int? Operation { get; init; }

    public static Refusal InvalidUrl { get; } = new(BadRequest, null, "The request URL is invalid.");

    public static Refusal InvalidUri { get; } =
        new(BadRequest, "InvalidUri", "The requested URI does not represent any resource on the server.");

    public static Refusal InvalidResourceName { get; } =
        new(BadRequest, "InvalidResourceName", "The specifed resource name contains invalid characters."); // misspelt there

    public static Refusal ResourceNameLength { get; } =
        new(BadRequest, "OutOfRangeInput", "The specified resource name length is not within the permissible limits.");

    public static Refusal OutOfRangeInput { get; } = new(BadRequest, "OutOfRangeInput", "One of the request inputs is out of range.");

    public static Refusal InvalidInput { get; } = new(BadRequest, "InvalidInput", "One of the request inputs is not valid.");

    public static Refusal QuerySyntax { get; } = new(BadRequest, "InvalidInput", "Bad Request - Error in query syntax.");

    public static Refusal KeyValueTooLarge { get; } =
        new(BadRequest, "KeyValueTooLarge", "The specified key value exceeds the maximum allowed size (1KB).");

    public static Refusal PropertyNameInvalid { get; } = new(BadRequest, "PropertyNameInvalid", "The property name is invalid.");

    public static Refusal PropertyNameTooLong { get; } =
        new(BadRequest, "PropertyNameTooLong", "The property name exceeds the maximum allowed length (255).");

    public static Refusal PropertyValueTooLarge { get; } =
        new(
            BadRequest,
            "PropertyValueTooLarge",
            "The property value exceeds the maximum allowed size (64KB). If the property value is a string, it is UTF-16 encoded and the maximum number of characters should be 32K or less."
        );

    public static Refusal TooManyProperties { get; } =
        new(
            BadRequest,
            "TooManyProperties",
            "The entity contains more properties than allowed. Each entity can include up to 252 properties to store data. Each entity also has 3 system properties."
        );

    public static Refusal DuplicateProperties { get; } =
        new(BadRequest, "DuplicatePropertiesSpecified", "A property is specified more than one time.");

    public static Refusal EntityTooLarge { get; } =
        new(BadRequest, "EntityTooLarge", "The entity is larger than the maximum allowed size (1MB).");

    public static Refusal TooManyOperations { get; } =
        new(BadRequest, "InvalidInput", "The batch request operation exceeds the maximum 100 changes per change set.");

    public static Refusal DifferentPartitions { get; } =
        new(BadRequest, "CommandsInBatchActOnDifferentPartitions", "All commands in a batch must operate on same entity group.");

    public static Refusal DuplicateRow { get; } =
        new(
            BadRequest,
            "InvalidDuplicateRow",
            "The batch request contains multiple changes with same row key. An entity can appear only once in a batch request."
        );

    public static Refusal RequestBodyTooLarge { get; } =
        new(PayloadTooLarge, "RequestBodyTooLarge", "The request body is too large and exceeds the maximum permissible limit.");

    /// <param name="value">Shown as it was sent.</param>
    public static Refusal OutOfRange(string property, string value) =>
        new(BadRequest, "OutOfRangeInput", $"The '{property}' parameter of value '{value}' is out of range.");
}
