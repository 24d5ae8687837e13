using BenchmarkDotNet.Running;
using CiivSoft.Benchmarks.Costs;
using CiivSoft.Benchmarks.Faults;

return args switch
{
    ["costs", .. var rest] => await CostCommand.RunAsync(rest),
    ["faults", .. var rest] => await FaultCommand.RunAsync(rest),
    _ => RunBenchmarks(args),
};

static int RunBenchmarks(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}
