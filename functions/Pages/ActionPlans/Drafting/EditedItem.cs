using System.Text.Json.Nodes;
using ACip.Functions.Pages.Frame.Items;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.Languages;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.ActionPlans.Drafting;

/// <summary>An item of a draft as its page shows it.</summary>
internal sealed record ShownItem(DraftStatus Status, string Section, string Code, JsonObject Item)
{
    /// <summary>The current item, if it is not the one that was edited; otherwise null.</summary>
    public JsonObject? Theirs { get; init; }

    public string? Problem { get; init; }

    /// <summary>Why it is revised, and the factor, where they were typed and refused.</summary>
    public (string Why, string Factor) Revision { get; init; } = ("", "");

    public int StatusCode { get; init; } = StatusCodes.Status200OK;
}

/// <summary>An item as somebody sent it, beside the current draft.</summary>
/// <param name="There">Null: there is no such item.</param>
internal sealed record EditedItem(DraftStatus Status, string Section, string Code, JsonObject? There, JsonObject Mine)
{
    public bool Removes { get; private init; }

    /// <summary>Somebody else has changed it since it was read.</summary>
    public bool IsOvertaken { get; private init; }

    /// <summary>The first field whose value is not one of its choices.</summary>
    public string? Unoffered { get; private init; }

    /// <summary>What the first field is called whose number could be two.</summary>
    public Text? Ambiguous { get; private init; }

    /// <summary>The code of a new item, where another one has it.</summary>
    public string? Taken =>
        Code == DraftItems.New
        && Mine["code"]?.ToString() is { Length: > 0 } code
        && DraftItems.Find(Status.Draft, Section, code) is not null
            ? code
            : null;

    /// <summary>Why the indicator is revised, and its new value for an old one, as they were typed.</summary>
    public (string Why, string Factor) Revision { get; private init; } = ("", "");

    public ShownItem Shown => new(Status, Section, Code, Mine) { Revision = Revision };

    public static EditedItem Of(DraftStatus status, string section, string code, IFormCollection form)
    {
        string Typed(string path) => form[path].ToString().ReplaceLineEndings("\n");
        JsonObject? there = DraftItems.Find(status.Draft, section, code);
        IReadOnlyList<ItemField> fields = DraftFields.Of(section, status.Draft);
        JsonObject mine = DraftItems.Read(there ?? [], fields, Typed);
        bool removes = form["act"] == "remove" && section != DraftSections.Header && code != DraftItems.New;
        return new EditedItem(status, section, code, there, mine)
        {
            Removes = removes,
            IsOvertaken = there is null
                ? !removes
                : form["tag"] != ItemText.Tag(there) && (removes || ItemText.Tag(mine) != ItemText.Tag(there)),
            Unoffered = ItemText.Unoffered(there ?? [], fields, Typed)?.Path,
            Ambiguous =
                ItemText.Ambiguous(there ?? [], fields, Typed)?.Label
                ?? (TypedNumber.IsAmbiguous(Typed("factor")) ? Texts.NewValueOldValue : null),
            Revision = (Typed("why"), Typed("factor")),
        };
    }
}
