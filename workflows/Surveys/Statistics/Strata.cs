namespace ACip.Workflows.Surveys.Statistics;

/// <summary>What was heard from one stratum.</summary>
public interface IStratum<T>
    where T : IStratum<T>
{
    string Code { get; }

    /// <summary>How many were heard.</summary>
    long N { get; }

    /// <summary>How many there are, by the sampling frame. If that counts fewer people than answered, it is wrong, and the respondents are
    /// the whole stratum.</summary>
    long Size { get; }

    T With(T other);
}

/// <summary>The strata by which answers are weighted: the same for a score and for the shares beside it.</summary>
public static class Strata
{
    private const int FewestForVariance = 2;

    /// <summary>Collapses strata until each has at least two respondents: a smaller one is joined to the one before it, the first to the
    /// one after.</summary>
    /// <returns>Empty where fewer than two were heard in all.</returns>
    public static IReadOnlyList<T> Collapsed<T>(IReadOnlyList<T> strata)
        where T : class, IStratum<T>
    {
        var whole = new List<T>();
        T? waiting = null;
        foreach (T stratum in strata.Where(one => one.Size > 0).OrderBy(one => one.Code, StringComparer.Ordinal))
        {
            T together = waiting is null ? stratum : waiting.With(stratum);
            waiting = null;
            if (together.N >= FewestForVariance)
            {
                whole.Add(together);
            }
            else if (whole.Count > 0)
            {
                whole[^1] = whole[^1].With(together);
            }
            else
            {
                waiting = together;
            }
        }

        return whole;
    }
}
