using Spectre.Console;

namespace Bot.Terminal.Lines;

/// <summary>Words of one dress.</summary>
internal readonly record struct StyledRun(string Text, Style Style, Link? Link = null);
