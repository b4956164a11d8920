namespace Bot.Web;

/// <summary>A page of another room's that the web server answers.</summary>
/// <param name="Path">Answers POST there.</param>
internal sealed record WebRoute(string Path, RequestDelegate Handle);
