namespace Bot.Text.Tests.Golden;

/// <summary>One case of a golden file: a text, and what each named view is expected to print of it.</summary>
internal sealed record GoldenCase(string File, string Name, string Text, IReadOnlyList<GoldenExpectation> Expectations)
{
    public override string ToString() => Name;
}

internal sealed record GoldenExpectation(string View, string Printed);
