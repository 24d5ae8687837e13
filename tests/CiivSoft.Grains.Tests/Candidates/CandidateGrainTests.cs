using System.Reflection;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Grains.Candidates;

namespace CiivSoft.Grains.Tests.Candidates;

public sealed class CandidateGrainTests
{
    [Fact]
    public void The_grain_gives_up_before_its_caller_does()
    {
        var patience = typeof(ICandidateGrain)
            .GetMethod(nameof(ICandidateGrain.ProcessAsync))!
            .GetCustomAttribute<ResponseTimeoutAttribute>()!
            .Timeout;

        patience.ShouldNotBeNull();
        CandidateGrain.Limit.ShouldBeLessThanOrEqualTo(patience.Value - TimeSpan.FromSeconds(10));
    }
}
