using System.Globalization;
using BenchmarkDotNet.Running;
using Bot.Benchmarks;

// first-answer PROGRAM: whole processes; seeds COUNT: a whole folder. Both outside BenchmarkDotNet; anything else goes to it.
if (args is ["first-answer", var program, ..])
    return await FirstAnswer.MeasureAsync(program);
if (args is ["seeds", var count, ..])
    return await SeedsAndSearch.MeasureAsync(int.Parse(count, CultureInfo.InvariantCulture));
BenchmarkSwitcher.FromAssembly(typeof(FirstAnswer).Assembly).Run(args);
return 0;
