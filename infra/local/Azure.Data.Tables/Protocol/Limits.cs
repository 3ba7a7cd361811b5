namespace Azure.Data.Tables.Protocol;

/// <summary>What the service refuses and Azurite takes: counted while a row is written, so that what runs here runs there.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model, "Property limitations".</remarks>
internal struct Limits
{
    private const int MaxProperties = 252;
    private const int MaxNameLength = 255;
    private const int MaxValueBytes = 64 * 1024;
    private const int MaxEntityBytes = 1024 * 1024;

    private int properties;
    private int bytes;

    /// <param name="value">Not null.</param>
    /// <exception cref="RequestFailedException">Status 400 and the service's code.</exception>
    public void Count(string name, object value)
    {
        if (name is nameof(ITableEntity.PartitionKey) or nameof(ITableEntity.RowKey))
        {
            bytes += ((string)value).Length * 2;
            return;
        }

        CheckName(name);
        int size = value switch
        {
            string text => 4 + (text.Length * 2),
            byte[] data => 4 + data.Length,
            BinaryData data => 4 + data.ToMemory().Length,
            Guid => 16,
            bool => 1,
            int => 4,
            _ => 8,
        };
        if (size > MaxValueBytes + 4)
        {
            throw Refused("PropertyValueTooLarge", $"Property '{name}' is larger than 64 KiB.");
        }

        bytes += 8 + (name.Length * 2) + size;
        if (++properties > MaxProperties)
        {
            throw Refused("TooManyProperties", $"The row has more than {MaxProperties} properties.");
        }

        if (bytes > MaxEntityBytes)
        {
            throw Refused("EntityTooLarge", "The row is larger than 1 MiB.");
        }
    }

    private static void CheckName(string name)
    {
        if (name.Length > MaxNameLength)
        {
            throw Refused("PropertyNameTooLong", $"The name of property '{name[..32]}…' is longer than {MaxNameLength} characters.");
        }

        bool valid = name.Length > 0 && !char.IsAsciiDigit(name[0]);
        foreach (char character in name)
        {
            valid &= char.IsLetterOrDigit(character) || character == '_';
        }

        if (!valid)
        {
            throw Refused("PropertyNameInvalid", $"'{name}' cannot be the name of a property: letters, digits and underscores, no digit first.");
        }
    }

    private static RequestFailedException Refused(string code, string message) => new(400, message, code, null);
}
