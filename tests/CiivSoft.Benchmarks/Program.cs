using BenchmarkDotNet.Running;
using CiivSoft.Benchmarks.Faults;

return args switch
{
    ["faults", .. var rest] => await FaultCommand.RunAsync(rest),
    _ => RunBenchmarks(args),
};

static int RunBenchmarks(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}
