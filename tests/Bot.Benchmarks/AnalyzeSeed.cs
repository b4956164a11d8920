using BenchmarkDotNet.Attributes;
using Bot.Text;

namespace Bot.Benchmarks;

/// <summary>How long one article of about 600 words takes to be understood, warm, on one core.</summary>
[MemoryDiagnoser]
public class AnalyzeSeed
{
    private string _text = "";

    [GlobalSetup]
    public void Load() => _text = File.ReadAllText(SeedFiles.All()[0].FullName);

    [Benchmark]
    public AnalyzedText Analyze() => TextAnalyzer.Analyze(_text);
}
