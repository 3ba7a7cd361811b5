using ACip.Functions.Pages.Frame;
using ACip.Workflows.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ACip.Tests.Unit.Functions;

/// <summary>A text that officers edit in three languages may have more.</summary>
public sealed class TypedTextTests
{
    private static readonly Text Stands = Text.By(
        new Dictionary<string, string>
        {
            ["en"] = "Do you report?",
            ["fr"] = "Signalez-vous ?",
            ["es"] = "¿Informa\nusted?",
            ["pt"] = "Comunica?",
            ["ar"] = "هل تبلّغ؟",
        },
        Language.En
    );

    [Fact]
    public void Words_that_the_form_does_not_ask_for_stay_where_nothing_was_changed()
    {
        Text saved = TypedText.Read(Form("Do you report?", " Signalez-vous ? ", "¿Informa usted?"), "q0", Stands);

        Assert.Equal("Comunica?", saved.In(Language.FromString("pt")));
        Assert.Equal("هل تبلّغ؟", saved.In(Language.FromString("ar")));
    }

    [Fact]
    public void Beside_other_words_they_would_say_something_else_and_go()
    {
        Text saved = TypedText.Read(Form("Would you report?", "Signaleriez-vous ?", "¿Informaría usted?"), "q0", Stands);

        Assert.Equal("Would you report?", saved.In(Language.FromString("pt")));
        Assert.Equal("Signaleriez-vous ?", saved.In(Language.Fr));
    }

    [Fact]
    public void A_new_text_is_what_was_typed() =>
        Assert.Equal("Signalez-vous ?", TypedText.Read(Form("Do you report?", "Signalez-vous ?", ""), "q0", null).In(Language.Fr));

    private static FormCollection Form(string en, string fr, string es) =>
        new(
            new Dictionary<string, StringValues>
            {
                ["q0-en"] = en,
                ["q0-fr"] = fr,
                ["q0-es"] = es,
            }
        );
}
