using BenchmarkDotNet.Attributes;
using Bot.Text;

namespace Bot.Benchmarks;

/// <summary>How long one article of about 600 words takes to be understood, warm, on one core.</summary>
[MemoryDiagnoser]
public class AnalyzeSeed
{
    private string _text = "";

    [GlobalSetup]
    public void Load()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "seeds")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder “seeds” above the benchmarks.");
        _text = File.ReadAllText(Directory.GetFiles(Path.Combine(folder.FullName, "seeds"))[0]);
    }

    [Benchmark]
    public AnalyzedText Analyze() => TextAnalyzer.Analyze(_text);
}
