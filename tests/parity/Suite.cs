using ACip.Tests.Platform.Durable;

namespace ACip.Tests.Parity;

// The classes of tests/platform/Durable, whose tests run there on our engine, on Microsoft's. What differs is overridden beside its reason, and listed
// in infra/local/README.md.

public sealed class First_steps_at_Microsofts(MicrosoftsEngine engines) : First_steps(engines, wholeHistories: true), IClassFixture<MicrosoftsEngine>;
