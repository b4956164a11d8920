using System.Collections.Frozen;

namespace Bot.Text.Keywords;

/// <summary>Agencies, papers and stations that articles name as their source, and networks and picture libraries.</summary>
internal static class Newsrooms
{
    private static readonly FrozenSet<string> Names = """
        Reuters
        AP
        The Associated Press
        Associated Press
        AFP
        Agence France-Presse
        UPI
        dpa
        TASS
        Xinhua
        Interfax
        Bloomberg
        CNN
        BBC
        BBC News
        Fox News
        NBC
        NBC News
        ABC
        ABC News
        CBS
        CBS News
        MSNBC
        NPR
        CNBC
        Sky News
        ITV
        Al Jazeera
        The New York Times
        New York Times
        The Washington Post
        Washington Post
        The Wall Street Journal
        Wall Street Journal
        Los Angeles Times
        USA Today
        The Guardian
        The Times
        The Sun
        The Independent
        The Daily Telegraph
        The Telegraph
        Daily Mail
        MailOnline
        Daily Mirror
        Financial Times
        The Hindu
        Hindustan Times
        Politico
        Twitter
        Facebook
        Getty Images
        """.Split('\n', StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string name) => Names.Contains(name);
}
