using System.Net;

namespace ACip.Tests.Scenarios.Malformed;

public sealed partial class StandingFormsTests
{
    /// <summary>What no rule takes: nobody has read that, no day is one, no sentence is empty.</summary>
    private const string Stale = "0000";

    [Fact]
    public async Task A_refused_form_comes_back_as_it_was_typed()
    {
        await EnterBooksAsync();
        var wrong = new List<string>();
        int refused = 0;
        foreach (string role in new[] { "coordinator-et", "approver-two", Officer })
        {
            HashSet<string> done = [];
            foreach (string path in await PagesAsync(role))
            {
                foreach (PageForm form in PageForm.On(await ReadAsync(path, role), path.Split('?')[0]))
                {
                    if (Mistaken(form) is not { } typed || !done.Add($"{Kind(form.Action)} {Button(form)}"))
                    {
                        continue;
                    }

                    (HttpStatusCode status, string html) = await PostAsync(role, form with { Fields = typed });
                    PageForm[] there =
                    [
                        .. PageForm.On(html, form.Action).Where(one => one.Action == form.Action && Button(one) == Button(form)),
                    ];
                    PageForm? again =
                        there.FirstOrDefault(one => Names(one).SetEquals(Names(form)))
                        ?? there.FirstOrDefault(one => Names(one).IsSupersetOf(Names(form)));
                    output.WriteLine($"{role}: {(int)status} {form.Action} {Button(form)}: {(again is null ? "gone" : "there")}");
                    if ((int)status >= 500)
                    {
                        wrong.Add($"{role}: {(int)status} {form.Action} {Button(form)}");
                    }

                    if ((int)status is >= 400 and < 500 && again is not null)
                    {
                        refused++;
                        wrong.AddRange(Lost(typed, again).Select(field => $"{role}: {(int)status} {form.Action} {Button(form)}: {field}"));
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} fields of {refused} forms:\n{string.Join('\n', wrong)}");
        Assert.InRange(refused, 15, 1000);
    }

    private static string Button(PageForm form) =>
        form.Fields.FirstOrDefault(field => field.Kind == "button") is { } button ? $"{button.Name}={button.Value}" : "";

    private static HashSet<string> Names(PageForm form) => [.. form.Fields.Select(field => field.Name)];

    /// <summary>Every field filled in, every box ticked, the last of every list chosen; and something that no rule takes.</summary>
    private static IReadOnlyList<PageField>? Mistaken(PageForm form)
    {
        PageField? wrong =
            form.Fields.FirstOrDefault(field => field.Name is "seen" or "tag")
            ?? form.Fields.FirstOrDefault(field => field.Kind == "date")
            ?? form.Fields.FirstOrDefault(field => field.IsRequired && field.Kind is "text" or "textarea");
        return wrong is null || form.Fields.Any(field => field.Kind == "file")
            ? null
            :
            [
                .. form.Fields.Select(field =>
                    field == wrong
                        ? field with
                        {
                            Value =
                                field.Kind == "hidden" ? Stale
                                : field.Kind == "date" ? "2027-02-30"
                                : " ",
                        }
                    : field.Kind == "checkbox" ? field with { IsChecked = true }
                    : field.Kind == "select" ? field with { Value = field.Choices.LastOrDefault() ?? field.Value }
                    : field.Kind == "textarea" ? field with { Value = $"{field.Value} Something".Trim() }
                    : field.Value.Length > 0 || field.Kind is "hidden" or "button" ? field
                    : field with { Value = Typed(field) }
                ),
            ];
    }

    private static string Typed(PageField field) =>
        field.Kind switch
        {
            "date" => "2027-06-30",
            "number" => "3",
            "email" => "somebody@elsewhere.example",
            _ => "Something",
        };

    private static IEnumerable<string> Lost(IReadOnlyList<PageField> typed, PageForm again) =>
        from field in typed
        where field.Kind is not ("hidden" or "button" or "radio") && field.Value.Trim().Length > 0
        let back = again.Fields.FirstOrDefault(one => one.Name == field.Name && (field.Kind != "checkbox" || one.Value == field.Value))
        where
            back is null
            || (
                field.Kind == "checkbox"
                    ? !back.IsChecked
                    : back.Value.ReplaceLineEndings("").Trim() != field.Value.ReplaceLineEndings("").Trim()
            )
        select $"{field.Name} ({field.Kind}) was {field.Value}, is {back?.Value} {back?.IsChecked}";
}
