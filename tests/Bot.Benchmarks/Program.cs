using BenchmarkDotNet.Running;
using Bot.Benchmarks;

// first-answer PROGRAM: whole processes, so outside BenchmarkDotNet. Anything else goes to it.
if (args is ["first-answer", var program, ..])
    return await FirstAnswer.MeasureAsync(program);
BenchmarkSwitcher.FromAssembly(typeof(FirstAnswer).Assembly).Run(args);
return 0;
