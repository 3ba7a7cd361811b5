namespace Azure.Data.Tables.Models;

/// <summary>A table that exists.</summary>
public class TableItem
{
    public TableItem(string name) => Name = name;

    public string Name { get; }
}
