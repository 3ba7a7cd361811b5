using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Serialization;
using ACip.Workflows.Surveys.Responses;
using ACip.Workflows.Surveys.Statistics;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Workflows.Surveys.Results;

/// <summary>What one group wrote besides its answers.</summary>
/// <param name="Texts">Screened, and in an order that says nothing; empty where too few wrote.</param>
/// <param name="Written">How many may be read in all; of very many not all are shown. Null where they are too few to be told.</param>
public sealed record GroupTexts(string Group, IReadOnlyList<string> Texts, int? Written);

/// <summary>Free text for the reviewers of a survey: screened, only after the survey is closed, and only if as many of a group wrote as a
/// published figure needs.</summary>
internal sealed class WaveTexts(SurveyWaveRecord wave)
{
    internal const int MostShown = 200;

    private readonly Dictionary<string, SortedDictionary<string, string>> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> written = new(StringComparer.Ordinal);

    internal static async Task<IReadOnlyList<GroupTexts>> ReadAsync(
        ResponseStore store,
        SurveyWaveRecord wave,
        CancellationToken cancellation
    )
    {
        if (wave.State is not (WaveState.InReview or WaveState.Published or WaveState.Withheld))
        {
            return [];
        }

        var texts = new WaveTexts(wave);
        foreach (string name in await store.ListAsync($"texts/{wave.Id}/", cancellation))
        {
            texts.Add(Json.Read<IReadOnlyList<BatchText>>((await store.ReadAsync(name, cancellation))!.ToString()));
        }

        return texts.Shown();
    }

    /// <summary>Screened once more, so that today's rules apply whenever it was written. Of very many texts those with the lowest hashes
    /// are kept, which is an unbiased sample.</summary>
    internal void Add(IEnumerable<BatchText> batch)
    {
        foreach ((string group, string text) in batch)
        {
            string screened = TextScreen.Screen(text);
            if (!TextScreen.CanBeShown(screened))
            {
                continue;
            }

            written[group] = written.GetValueOrDefault(group) + 1;
            SortedDictionary<string, string> own = kept.TryGetValue(group, out SortedDictionary<string, string>? known)
                ? known
                : kept[group] = new SortedDictionary<string, string>(StringComparer.Ordinal);
            own[Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(screened)))] = screened;
            if (own.Count > MostShown)
            {
                own.Remove(own.Last().Key);
            }
        }
    }

    internal IReadOnlyList<GroupTexts> Shown() =>
        [
            .. from one in wave.Questionnaire.Groups
            where wave.Frame.Any(stratum => stratum.Group == one.Code)
            let count = written.GetValueOrDefault(one.Code)
            select count < CellSuppression.FewestRespondents
                ? new GroupTexts(one.Code, [], null)
                : new GroupTexts(one.Code, [.. kept[one.Code].Values], count),
        ];
}
