namespace ACip.Local.Mail.Pages;

/// <summary>The form below a message: write an answer, or take a ready one.</summary>
internal static class ReplyBox
{
    /// <param name="ready">"form": the quoted form already filled with specimen figures.</param>
    public static Markup For(LocalMessage message, string? ready)
    {
        bool filled = ready == "form";
        int figure = 10;
        string quoted = filled ? ReadyAnswers.Filled(message, _ => $"{figure++}") : message.Text;
        MailAddress to = message.ReplyTo.Count > 0 ? message.ReplyTo[0] : message.From;
        string address = MessagePage.Address(message.Id);
        string language = message.Headers.TryGetValue("Content-Language", out string? tongue) ? tongue : "en";

        return Markup.Of(
            $"""
            <section class="card" aria-labelledby="reply"><h2 id="reply">Reply to {to.Email}</h2>
            <form method="post" action="{address}/reply" enctype="multipart/form-data">
            <div class="row">
            <label>From <input name="from" value="{message.Recipient.ToString()}" autocomplete="off"></label>
            <label>Mail program {Select(
                "program",
                [("Gmail", "Gmail"), ("Outlook", "Outlook"), ("AppleMail", "Apple Mail"), ("Plain", "plain, quotes nothing")],
                "Gmail"
            )}</label>
            <label>Its language {Select("language", [("en", "English"), ("fr", "French"), ("es", "Spanish")], language)}</label>
            <label>Charset {Select(
                "charset",
                [("UTF-8", "UTF-8"), ("ISO-8859-1", "ISO-8859-1"), ("windows-1252", "windows-1252")],
                "UTF-8"
            )}</label>
            </div>
            <p><label>Your text <textarea name="text" rows="6">{Markup.When(filled, Markup.Of($"Please see below."))}</textarea></label></p>
            <details{Markup.When(filled, new Markup(" open"))}><summary>Write into the quoted message</summary>
            <p><label>Quoted message <textarea name="quoted" rows="14">
            {quoted}</textarea></label></p></details>
            <details><summary>Make it difficult</summary>
            <div class="row">
            <label>Signature {Select("signing", [.. Enum.GetNames<Signing>().Select(name => (name, name))], "Right")}</label>
            <label>SPF {Select("spf", [("pass", "pass"), ("fail", "fail"), ("softfail", "softfail"), ("none", "none")], "pass")}</label>
            <label>DKIM {Select("dkim", [("pass", "pass"), ("fail", "fail"), ("none", "none")], "pass")}</label>
            <label>Hours late <input name="late" type="number" min="0" max="2000" value="0"></label>
            <label>Times delivered <input name="times" type="number" min="1" max="5" value="1"></label>
            </div></details>
            <div class="row"><label>Attach <input type="file" name="files" multiple></label></div>
            <p class="ready"><button class="main" name="ready" value="">Send reply</button> <button name="ready" value="twice">Send it twice</button></p>
            </form>
            <h2>Ready answers</h2>
            <form method="post" action="{address}/reply" class="ready">
            <a href="{address}?ready=form#reply">Fill the quoted form</a>
            <button name="ready" value="absent-en">Out of office</button>
            <button name="ready" value="absent-fr" lang="fr">Absent du bureau</button>
            <button name="ready" value="absent-es" lang="es">Fuera de la oficina</button>
            <button name="ready" value="bounce">Bounce (delivery report)</button>
            <button name="ready" value="receipt">Read receipt</button>
            </form></section>
            """
        );
    }

    private static Markup Select(string name, (string Value, string Label)[] options, string chosen) =>
        Markup.Of(
            $"""
            <select name="{name}">{options.Select(option =>
                Markup.Of(
                    $"""<option value="{option.Value}"{Markup.When(option.Value == chosen, new Markup(" selected"))}>{option.Label}</option>"""
                )
            )}</select>
            """
        );
}
