using System.Globalization;
using System.Reflection;

namespace Azure.Data.Tables.Protocol;

/// <summary>One property of a class, under its name in the table.</summary>
internal sealed class EntityProperty(string name, PropertyInfo property)
{
    private readonly Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    public string Name => name;

    public bool CanGet => property.GetMethod is { IsPublic: true };

    public bool CanSet => property.SetMethod is { IsPublic: true };

    public object? Get(object entity) => property.GetValue(entity);

    /// <exception cref="InvalidOperationException">The table holds another type.</exception>
    public void Set(object entity, object value)
    {
        object? converted = value switch
        {
            _ when type.IsInstanceOfType(value) => value,
            DateTimeOffset time when type == typeof(DateTime) => time.UtcDateTime,
            byte[] bytes when type == typeof(BinaryData) => BinaryData.FromBytes(bytes),
            string text when type.IsEnum => Enum.TryParse(type, text, out object? choice) ? choice : null,
            int number when type == typeof(long) => (long)number,
            int number when type == typeof(double) => (double)number,
            _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Property '{name}' is {value.GetType()} in the table and {type} in {property.DeclaringType}.")),
        };
        if (converted is not null)
        {
            property.SetValue(entity, converted);
        }
    }
}
