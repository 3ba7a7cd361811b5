namespace ACip.Functions.Pages.Frame.Items;

/// <summary>How a field of an item is typed.</summary>
public enum ItemFieldKind
{
    Line,
    Lines,
    Number,
    Whole,
    Day,
    YesNo,
    Choice,

    /// <summary>Any of the choices.</summary>
    Several,

    /// <summary>Texts with semicolons between them.</summary>
    Texts,

    /// <summary>Whole numbers with commas between them.</summary>
    Wholes,

    /// <summary><c>sex: women, men; office: north, south</c>.</summary>
    Dimensions,

    /// <summary>A line each: <c>2027-12-31: 45</c>, or words instead of the number, or counts: <c>2027-12-31: 45/120</c>.</summary>
    Targets,

    /// <summary>The counts of a share: <c>45/120</c>.</summary>
    Counts,
}
