using Spectre.Console;

namespace Bot.Terminal;

/// <summary>Words of one dress.</summary>
internal readonly record struct StyledRun(string Text, Style Style, Link? Link = null);
