namespace Bot.Typesetting;

/// <summary>What a line is to the whole: its plain words are dressed for that.</summary>
internal enum LineKind
{
    Text,
    Heading,
    Print,
    Quote,
    QuotePrint,
    LongQuote,
    LongQuotePrint,
}
