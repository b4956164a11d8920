namespace Bot.Hosting;

/// <summary>Logs go to standard error: standard output belongs to answers.</summary>
internal static class DeskLogging
{
    /// <summary>
    /// Someone who watches a terminal is told of what is wrong alone; a log that is collected hears what happened too.
    /// The section <c>Logging</c> overrides both.
    /// </summary>
    public static ILoggingBuilder AddDeskLogging(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(Console.IsErrorRedirected ? LogLevel.Information : LogLevel.Warning);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Quartz", LogLevel.Warning);
        // That people are served, an operator wants to read at a terminal too.
        logging.AddFilter("Bot.Telegram.Receiving.TelegramReception", LogLevel.Information);
        logging.AddFilter("Bot.Discord.Receiving.DiscordReception", LogLevel.Information);
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
            console.UseUtcTimestamp = true;
        });
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
        return logging;
    }
}
