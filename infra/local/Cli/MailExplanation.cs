using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.ReplyParsing;

namespace ACip.Local.Cli;

/// <summary>Step by step, what the system would do with a message, and why. Supposes that its token belongs to an open task: there is no
/// table to look it up in.</summary>
internal static class MailExplanation
{
    public static async Task WriteAsync(InboundMessage message, ReplyText text, string registered, Language language, TextWriter output)
    {
        IReadOnlyList<string> tokens = ReplyAddress.Tokens(message.EnvelopeTo);
        (TriageDecision decision, string person) = SupposedTask.Decide(message, registered);

        await output.WriteLineAsync($"from      {string.Join(" | ", message.From)}");
        await output.WriteLineAsync($"subject   {message.Subject}");
        await output.WriteLineAsync(
            $"tokens    {tokens.Count} in {message.EnvelopeTo.Count} recipients{(tokens.Count > 0 ? ", supposed to belong to an open task of " + person : "")}"
        );
        await output.WriteLineAsync();
        foreach (TriageStep step in decision.Steps)
        {
            string finding = step.Finding == "ok" ? "yes, goes on" : TriageReasons.Text(step.Finding).In(language);
            await output.WriteLineAsync($"{step.Question, -16} {finding}");
            await output.WriteLineAsync($"{"", -16} ({step.Finding}; {step.Detail})");
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync($"verdict   {decision.Verdict}: {TriageReasons.Text(decision.Reason).In(language)}");
        await output.WriteLineAsync($"then      {Then(decision)}");
        if (decision.Verdict is Verdict.Ignore or Verdict.Quarantine)
        {
            return;
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync("the person's own words:");
        await output.WriteLineAsync(Indented(text.Text));
        DayRange? days = SupposedTask.DaysOf(message);
        ParsedReply reading = ReplyReader.Read(text, AnyForm.Of(text, language, days), language, days);
        await output.WriteLineAsync($"command   {reading.Command?.GetType().Name ?? "none"}");
        foreach (ReplyFigure figure in reading.Figures)
        {
            await output.WriteLineAsync($"figure    {FigureLine.Of(figure)}");
        }

        foreach (NotUnderstood line in reading.NotUnderstood)
        {
            await output.WriteLineAsync($"asks back {line.Reason}: {line.Line.ReplaceLineEndings(" / ")}");
            await output.WriteLineAsync($"          {line.HowToSay.In(language)}");
        }

        foreach (ReadLine line in reading.Lines.Where(line => line.End == LineEnd.Narrative))
        {
            await output.WriteLineAsync($"kept      {line.Line}");
        }

        foreach (AttachmentFinding file in AttachmentRules.Judge(message.Files))
        {
            string fate =
                file.Refusal is { } refusal ? $"refused: {AttachmentReasons.Text(refusal).In(language)}"
                : file.IsWorkbook ? "read if it is our form, and kept as evidence, quarantined"
                : "kept as evidence, quarantined";
            await output.WriteLineAsync($"file      {file.Name} ({file.Kind}, {file.Size} bytes, SHA-256 {file.Sha256[..12]}…): {fate}");
        }
    }

    private static string Then(TriageDecision decision) =>
        decision.Verdict switch
        {
            Verdict.Answer => "its figures go into the report, and an acknowledgement to the registered address",
            Verdict.ConfirmFirst => "what was understood goes to the registered address; it counts once confirmed there by link",
            Verdict.NeedsPerson => "kept for the Secretariat, which is told; nobody else gets an answer",
            Verdict.Quarantine => "kept apart, and the Secretariat is told; nothing changes and nobody else gets an answer",
            _ => "kept; nothing changes and nobody gets an answer",
        };

    private static string Indented(string text) => string.Concat(text.Split('\n').Select(line => $"  | {line}\n"));
}
