using ACip.Tests.Platform.Durable;

namespace ACip.Tests.Parity;

// The classes of tests/platform/Durable, whose tests run there on our engine, on Microsoft's. What differs is overridden beside its reason,
// and listed
// in infra/local/README.md.

public abstract class First_steps_at_Microsofts(MicrosoftsEngine engines, bool wholeHistories) : First_steps(engines, wholeHistories)
{
    public new sealed class In_sessions(MicrosoftsEngine engines)
        : First_steps_at_Microsofts(engines, wholeHistories: false),
            IClassFixture<MicrosoftsEngine>;

    [Trait("Category", "Campaign")]
    public new sealed class With_whole_histories(MicrosoftsEngine engines)
        : First_steps_at_Microsofts(engines, wholeHistories: true),
            IClassFixture<MicrosoftsEngine>;
}

public abstract class External_events_at_Microsofts(MicrosoftsEngine engines, bool wholeHistories)
    : External_events(engines, wholeHistories)
{
    public new sealed class In_sessions(MicrosoftsEngine engines)
        : External_events_at_Microsofts(engines, wholeHistories: false),
            IClassFixture<MicrosoftsEngine>;

    [Trait("Category", "Campaign")]
    public new sealed class With_whole_histories(MicrosoftsEngine engines)
        : External_events_at_Microsofts(engines, wholeHistories: true),
            IClassFixture<MicrosoftsEngine>;
}

public abstract class Timers_at_Microsofts(MicrosoftsEngine engines, bool wholeHistories) : Timers(engines, wholeHistories)
{
    public new sealed class In_sessions(MicrosoftsEngine engines)
        : Timers_at_Microsofts(engines, wholeHistories: false),
            IClassFixture<MicrosoftsEngine>;

    [Trait("Category", "Campaign")]
    public new sealed class With_whole_histories(MicrosoftsEngine engines)
        : Timers_at_Microsofts(engines, wholeHistories: true),
            IClassFixture<MicrosoftsEngine>;
}

public abstract class Failures_at_Microsofts(MicrosoftsEngine engines, bool wholeHistories) : Failures(engines, wholeHistories)
{
    public new sealed class In_sessions(MicrosoftsEngine engines)
        : Failures_at_Microsofts(engines, wholeHistories: false),
            IClassFixture<MicrosoftsEngine>;

    [Trait("Category", "Campaign")]
    public new sealed class With_whole_histories(MicrosoftsEngine engines)
        : Failures_at_Microsofts(engines, wholeHistories: true),
            IClassFixture<MicrosoftsEngine>;
}

public abstract class Sub_orchestrations_at_Microsofts(MicrosoftsEngine engines, bool wholeHistories)
    : Sub_orchestrations(engines, wholeHistories)
{
    public new sealed class In_sessions(MicrosoftsEngine engines)
        : Sub_orchestrations_at_Microsofts(engines, wholeHistories: false),
            IClassFixture<MicrosoftsEngine>;

    [Trait("Category", "Campaign")]
    public new sealed class With_whole_histories(MicrosoftsEngine engines)
        : Sub_orchestrations_at_Microsofts(engines, wholeHistories: true),
            IClassFixture<MicrosoftsEngine>;
}

public abstract class Continue_as_new_at_Microsofts(MicrosoftsEngine engines, bool wholeHistories)
    : Continue_as_new(engines, wholeHistories)
{
    public new sealed class In_sessions(MicrosoftsEngine engines)
        : Continue_as_new_at_Microsofts(engines, wholeHistories: false),
            IClassFixture<MicrosoftsEngine>;

    [Trait("Category", "Campaign")]
    public new sealed class With_whole_histories(MicrosoftsEngine engines)
        : Continue_as_new_at_Microsofts(engines, wholeHistories: true),
            IClassFixture<MicrosoftsEngine>;
}

public abstract class Standing_at_Microsofts(MicrosoftsEngine engines, bool wholeHistories) : Standing(engines, wholeHistories)
{
    public new sealed class In_sessions(MicrosoftsEngine engines)
        : Standing_at_Microsofts(engines, wholeHistories: false),
            IClassFixture<MicrosoftsEngine>;

    [Trait("Category", "Campaign")]
    public new sealed class With_whole_histories(MicrosoftsEngine engines)
        : Standing_at_Microsofts(engines, wholeHistories: true),
            IClassFixture<MicrosoftsEngine>;
}

public abstract class Operators_at_Microsofts(MicrosoftsEngine engines, bool wholeHistories) : Operators(engines, wholeHistories)
{
    public new sealed class In_sessions(MicrosoftsEngine engines)
        : Operators_at_Microsofts(engines, wholeHistories: false),
            IClassFixture<MicrosoftsEngine>;

    [Trait("Category", "Campaign")]
    public new sealed class With_whole_histories(MicrosoftsEngine engines)
        : Operators_at_Microsofts(engines, wholeHistories: true),
            IClassFixture<MicrosoftsEngine>;
}

public abstract class Determinism_at_Microsofts(MicrosoftsEngine engines, bool wholeHistories) : Determinism(engines, wholeHistories)
{
    public new sealed class In_sessions(MicrosoftsEngine engines)
        : Determinism_at_Microsofts(engines, wholeHistories: false),
            IClassFixture<MicrosoftsEngine>;

    [Trait("Category", "Campaign")]
    public new sealed class With_whole_histories(MicrosoftsEngine engines)
        : Determinism_at_Microsofts(engines, wholeHistories: true),
            IClassFixture<MicrosoftsEngine>;
}

public abstract class Large_data_at_Microsofts(MicrosoftsEngine engines, bool wholeHistories) : Large_data(engines, wholeHistories)
{
    public new sealed class In_sessions(MicrosoftsEngine engines)
        : Large_data_at_Microsofts(engines, wholeHistories: false),
            IClassFixture<MicrosoftsEngine>;

    [Trait("Category", "Campaign")]
    public new sealed class With_whole_histories(MicrosoftsEngine engines)
        : Large_data_at_Microsofts(engines, wholeHistories: true),
            IClassFixture<MicrosoftsEngine>;
}

public abstract class Real_time_at_Microsofts(MicrosoftsEngine engines, bool wholeHistories) : Real_time(engines, wholeHistories)
{
    public new sealed class In_sessions(MicrosoftsEngine engines)
        : Real_time_at_Microsofts(engines, wholeHistories: false),
            IClassFixture<MicrosoftsEngine>;

    [Trait("Category", "Campaign")]
    public new sealed class With_whole_histories(MicrosoftsEngine engines)
        : Real_time_at_Microsofts(engines, wholeHistories: true),
            IClassFixture<MicrosoftsEngine>;
}
