namespace Bot.Text.Layout;

/// <summary>Knows the lines that a page puts around an article: read-more, follow-us, copyright, addresses, bits of code.</summary>
internal static class Furniture
{
    /// <summary>Longer ones are somebody's sentences, whatever they begin with.</summary>
    private const int LongestLine = 240;

    private static readonly string[] Wholes =
    [
        "Advertisement",
        "Related",
        "Related stories",
        "Related articles",
        "Related content",
        "Related coverage",
        "Related topics",
        "Read more",
        "Read also",
        "Also read",
        "See also",
        "More",
        "Trending",
        "Trending stories",
        "Trending now",
        "Most read",
        "Most popular",
        "Most viewed",
        "Recommended",
        "Recommended stories",
        "Share",
        "Share this",
        "Comments",
        "Leave a comment",
        "Tweet",
        "Print",
        "Email",
        "Subscribe",
        "Sign up",
        "Sign in",
        "Log in",
        "Newsletter",
        "Continue reading",
        "Loading",
        "Sponsored",
        "Sponsored content",
        "Promoted",
        "Tags",
        "Categories",
        "Story continues",
        "Correction appended",
        "Sources",
        "Watch",
        "Watch live",
        "Live updates",
        "Back to top",
        "Next",
        "Previous",
        "Topics",
        "Online",
        "Archived",
        "Published",
        "Mehr zum Thema",
        "Anzeige",
        "Lesen Sie auch",
        "Lire aussi",
        "À lire aussi",
        "Publicité",
        "Lea también",
        "Publicidad",
        "Leggi anche",
        "Pubblicità",
        "Читайте также",
        "Реклама",
    ];

    private static readonly string[] Beginnings =
    [
        "Read more",
        "Read also",
        "Also read",
        "Read the rest",
        "Read the full",
        "Read live updates",
        "Read the latest updates",
        "Read our",
        "To read the full",
        "Also on HuffPost",
        "See also",
        "Click here",
        "Click to",
        "Click on the",
        "Sign up for",
        "Sign up to",
        "Subscribe to",
        "Subscribe now",
        "Subscribe here",
        "Share this",
        "Share on",
        "Advertisement",
        "Story continues",
        "Article continues",
        "Scroll down",
        "Continue reading",
        "Enter your email",
        "Join the conversation",
        "Join our",
        "Download the",
        "Download our",
        "Get our",
        "Get the latest",
        "Support our journalism",
        "All rights reserved",
        "©",
        "(c) 20",
        "Copyright 20",
        "Copyright ©",
        "Copyright (c)",
        "Correction:",
        "Corrections:",
        "Clarification:",
        "Editor's note",
        "Editor’s note",
        "Editors' note",
        "Editors’ note",
        "Update:",
        "Tags:",
        "Filed under",
        "Categories:",
        "Topics:",
        "More >",
        "More:",
        "Related:",
        "\"Related:",
        "Watch:",
        "Watch the video",
        "Watch the full",
        "Watch live",
        "Watch below",
        "See photos",
        "See more",
        "Listen to the",
        "Twitter: @",
        "Email:",
        "E-mail:",
        "Contact:",
        "Email us",
        "h/t ",
        "Slideshow (",
        "View gallery",
        "Image source",
        "Follow us",
        "Follow @",
        "Like us on",
        "Find us on",
        "Most read",
        "This story has been updated",
        "This article has been updated",
        "This story was updated",
        "This article was updated",
        "This post has been updated",
        "This story was originally",
        "This article was originally",
        "This article originally",
        "This story originally",
        "This article first appeared",
        "This story first appeared",
        "The article first appeared",
        "First published",
        "This content is",
        "This material may not be",
        "Lesen Sie auch",
        "Lesen Sie mehr",
        "Mehr zum Thema",
        "Lire aussi",
        "À lire aussi",
        "Lea también",
        "Lee también",
        "Leggi anche",
        "Leia também",
        "Lees ook",
        "Läs också",
        "Читайте также",
        "Czytaj także",
    ];

    /// <summary>Signs of an address to the reader, in lines that may begin with anything.</summary>
    private static readonly string[] Middles =
    [
        " on Twitter @",
        " on Twitter at @",
        " on Twitter: http",
        " on Facebook at ",
        "pic.twitter.com/",
        "our newsletter",
        "interviews below:",
        "interview below:",
        "video below:",
    ];

    public static bool Is(ReadOnlySpan<char> line)
    {
        if (!HasLetterOrDigit(line) || IsCode(line))
            return true;
        if (line.Length > LongestLine)
            return false;
        line = line.TrimStart("([");
        if (IsAddress(line) || Phrase.Is(line, Wholes))
            return true;
        if (Phrase.Begins(line, Beginnings))
            return line[0] == '"' || !Phrase.HasQuotationMark(line[1..]) || line.Length < 120 && line.Contains(':');
        return Phrase.Contains(line, Middles) && (!Phrase.HasQuotationMark(line) || line.StartsWith("\"Follow"));
    }

    /// <summary>A web or mail address that stands alone.</summary>
    private static bool IsAddress(ReadOnlySpan<char> line) =>
        (
            line.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || line.Contains('@') && line.Contains('.') && !line.StartsWith("@")
        )
        && line.Count(' ') <= (line.Contains('@') ? 0 : 12);

    /// <summary>What is left of a page's style or script.</summary>
    private static bool IsCode(ReadOnlySpan<char> line) =>
        line[^1] == '{'
        || line[^1] == ';' && line.Contains(':') && line.Count(' ') <= 4
        || line is "}" or "}." or "});";

    private static bool HasLetterOrDigit(ReadOnlySpan<char> line)
    {
        foreach (var rune in line.EnumerateRunes())
        {
            // An emoji is something said; "___" and "* * *" are not.
            if (System.Text.Rune.IsLetterOrDigit(rune) || rune.Value > 0x2600)
                return true;
        }

        return false;
    }
}
