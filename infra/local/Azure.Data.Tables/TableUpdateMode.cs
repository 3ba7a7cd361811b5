namespace Azure.Data.Tables;

/// <summary>Merge leaves properties that are not sent as they are; Replace drops them.</summary>
public enum TableUpdateMode
{
    Merge = 0,
    Replace = 1,
}
